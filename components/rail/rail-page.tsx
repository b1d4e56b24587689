'use client'

import { Button, CloseButton, TextInput } from '@mantine/core'
import { IconSearch, IconTrain, IconZoomExclamation } from '@tabler/icons-react'
import { keepPreviousData } from '@tanstack/react-query'
import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Highlight } from '@/components/trees/highlight'
import { Failure } from '@/components/ui/failure'
import { Key } from '@/components/ui/key'
import { MessagePage } from '@/components/ui/message-page'
import { Page, PageHead } from '@/components/ui/page'
import page from '@/components/ui/page.module.css'
import { ShallowLink } from '@/components/ui/shallow-link'
import { Waiting } from '@/components/ui/waiting'
import { goShallow } from '@/lib/client/list-url'
import { useRailMessages } from '@/lib/client/messages/areas/rail'
import { useMessages } from '@/lib/client/messages/use-messages'
import { equalFilter, nameFilter, type RailList, type RailQuery, railQuery } from '@/lib/client/rail'
import { useShortcuts } from '@/lib/client/shortcuts'
import { useGrowing } from '@/lib/client/use-growing'
import css from './rail.module.css'
import { RailColumn } from './rail-column'
import { StationTable } from './station-table'

const pauseMs = 220

/** All rows that have come of one list of railways. */
function useRail<K extends RailList>(list: K, query: RailQuery, enabled = true) {
  const result = useGrowing(railQuery(list, query), { enabled, placeholderData: keepPreviousData })
  const { rows = [], total } = result
  return { ...result, rows, left: total - rows.length }
}

type Place = { company?: string; area?: string; line?: string; q?: string }

/** Railways, from the companies over their lines to the stations; read only, because the API has no more. */
export function RailPage() {
  const t = useMessages()
  const m = useRailMessages()
  const pathname = usePathname()
  const params = useSearchParams()
  const input = useRef<HTMLInputElement>(null)
  const read = (name: string) => params.get(name) ?? undefined
  const place: Place = { company: read('company'), area: read('area'), line: read('line'), q: read('q') }
  const q = place.q?.trim() ?? ''
  const [text, setText] = useState(q)
  const [from, setFrom] = useState(q)
  if (from !== q) {
    setFrom(q)
    if (text.trim() !== q) setText(q)
  }
  const href = (change: Place) => {
    const next = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...place, ...change })) if (value) next.set(name, value)
    return next.size > 0 ? `${pathname}?${next}` : pathname
  }
  const hrefNow = useRef(href)
  useEffect(() => {
    hrefNow.current = href
  })
  useEffect(() => {
    if (text.trim() === q) return
    const timer = setTimeout(() => goShallow(hrefNow.current({ q: text.trim() }), 'replace'), pauseMs)
    return () => clearTimeout(timer)
  }, [text, q])
  useShortcuts([{ keys: ['/'], group: 'list', label: t.shortcuts.search, run: () => input.current?.focus() }])

  const companies = useRail('companies', { sort: 'name' })
  const areas = useRail('areas', { sort: 'code' })
  const lines = useRail('lines', { sort: 'code' })
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = lines
  useEffect(() => {
    // Lines are few hundreds everywhere; names and areas are looked up among all of them.
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const stationFilter = [
    place.line && equalFilter('lineId', place.line),
    place.line && place.area && equalFilter('areaId', place.area),
  ]
    .filter(Boolean)
    .join(' and ')
  const stations = useRail('stations', { filter: stationFilter, sort: 'orderNum' }, Boolean(place.line) && q === '')
  const isSearch = q !== ''
  const foundLines = useRail('lines', { filter: nameFilter(q), sort: 'code' }, isSearch)
  const foundStations = useRail('stations', { filter: nameFilter(q), sort: 'name' }, isSearch)

  const inArea = new Set(areas.rows.find(({ id }) => id === place.area)?.lines.map(({ id }) => id))
  const shownLines = lines.rows.filter(
    ({ id, company }) => (!place.company || company?.id === place.company) && (!place.area || inArea.has(id)),
  )
  const line = lines.rows.find(({ id }) => id === place.line)
  const companyName = (id: string | undefined) => companies.rows.find((each) => each.id === id)?.name
  const areaName = (id: string | undefined) => areas.rows.find((each) => each.id === id)?.name
  const lineEntry = (each: (typeof lines.rows)[number]) => ({
    id: each.id,
    name: each.name,
    code: each.code,
    note: place.company ? undefined : companyName(each.company?.id),
    href: href({ line: each.id, q: '' }),
    isCurrent: each.id === place.line,
  })
  const failed = [companies, areas, lines, ...(isSearch ? [foundLines, foundStations] : [stations])].find(
    ({ error, data }) => error && !data,
  )
  const isEmpty = companies.data?.pages[0]?.total === 0 && lines.data?.pages[0]?.total === 0
  const isSettled =
    !foundLines.isPlaceholderData && !foundStations.isPlaceholderData && foundLines.data && foundStations.data
  const nothingFound = isSearch && isSettled && foundLines.total + foundStations.total === 0
  return (
    <Page title={[line && !isSearch ? line.name : undefined, m.title]}>
      <PageHead title={m.title} />
      <search className={page.tools}>
        <TextInput
          ref={input}
          className={page.search}
          type="search"
          aria-label={m.search}
          placeholder={m.searchHint}
          spellCheck={false}
          autoComplete="off"
          leftSection={<IconSearch size={16} />}
          rightSection={
            text ? <CloseButton size="sm" aria-label={t.list.clearSearch} onClick={() => setText('')} /> : <Key>/</Key>
          }
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || event.key !== 'Escape') return
            if (text) setText('')
            else event.currentTarget.blur()
          }}
        />
        <span role="status" className="od-muted">
          {isSearch && isSettled ? m.found({ lines: foundLines.total, stations: foundStations.total }) : m.lead}
        </span>
      </search>
      {failed ? (
        <Failure title={m.failed} error={failed.error} onRetry={() => failed.refetch()} />
      ) : isEmpty ? (
        <MessagePage icon={<IconTrain size={32} stroke={1.5} />} title={m.emptyTitle} text={m.emptyText} />
      ) : nothingFound ? (
        <MessagePage icon={<IconZoomExclamation size={32} stroke={1.5} />} title={m.noMatchTitle} text={m.noMatchText}>
          <Button variant="default" onClick={() => setText('')}>
            {m.clear}
          </Button>
        </MessagePage>
      ) : isSearch ? (
        <div className={css.found}>
          {foundLines.rows.length > 0 && (
            <section>
              <h2 className={css.columnTitle}>{m.lines}</h2>
              <ul className={css.foundLines}>
                {foundLines.rows.map((each) => (
                  <li key={each.id}>
                    <ShallowLink href={href({ line: each.id, company: '', area: '', q: '' })} className={css.entry}>
                      <span className={css.code}>{each.code}</span>
                      <span className={css.entryName}>
                        <Highlight text={each.name} words={q} />
                        <span className={css.note}>{companyName(each.company?.id)}</span>
                      </span>
                    </ShallowLink>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {foundStations.rows.length > 0 && (
            <section>
              <h2 className={css.columnTitle}>{m.stations}</h2>
              <StationTable
                label={m.stations}
                stations={foundStations.rows}
                areaName={areaName}
                lineName={(id) => {
                  const found = lines.rows.find((each) => each.id === id)
                  return found && { name: found.name, href: href({ line: found.id, company: '', area: '', q: '' }) }
                }}
                words={q}
                left={foundStations.left}
                onMore={() => void foundStations.fetchNextPage()}
                isLoadingMore={foundStations.isFetchingNextPage}
              />
            </section>
          )}
        </div>
      ) : (
        <div className={css.columns} data-line={place.line ? '' : undefined}>
          <div>
            <RailColumn
              title={m.companies}
              isLoading={companies.isPending}
              entries={[
                { id: '', name: m.allCompanies, href: href({ company: '', line: '' }), isCurrent: !place.company },
                ...companies.rows.map(({ id, name, code }) => ({
                  id,
                  name,
                  code,
                  href: href({ company: id, line: '' }),
                  isCurrent: id === place.company,
                })),
              ]}
            />
            <RailColumn
              title={m.areas}
              isLoading={areas.isPending}
              entries={[
                { id: '', name: m.allAreas, href: href({ area: '' }), isCurrent: !place.area },
                ...areas.rows.map(({ id, name, code }) => ({
                  id,
                  name,
                  code,
                  href: href({ area: id }),
                  isCurrent: id === place.area,
                })),
              ]}
            />
          </div>
          <RailColumn
            title={m.lines}
            isLoading={lines.isPending}
            entries={shownLines.map(lineEntry)}
            empty={m.noLines}
          />
          <section className={css.stations} aria-label={m.stations}>
            {!place.line ? (
              <p className={css.choose}>{m.chooseLine}</p>
            ) : (
              <>
                <header className={css.lineHead}>
                  <ShallowLink href={href({ line: '' })} className={css.backLink}>
                    ← {m.back}
                  </ShallowLink>
                  <h2 className={css.lineTitle}>
                    {line?.code && <span className={css.code}>{line.code}</span>}
                    {line?.name ?? ' '}
                  </h2>
                  <p className="od-muted">
                    {[companyName(line?.company?.id), stations.data && m.total({ count: stations.total })]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                </header>
                {stations.isPending ? (
                  <Waiting className={css.waiting} widths={[60, 45, 70, 50, 62]} />
                ) : stations.rows.length === 0 ? (
                  <p className={css.choose}>{m.noStations}</p>
                ) : (
                  <StationTable
                    label={line?.name ?? m.stations}
                    stations={stations.rows}
                    areaName={areaName}
                    left={stations.left}
                    onMore={() => void stations.fetchNextPage()}
                    isLoadingMore={stations.isFetchingNextPage}
                  />
                )}
              </>
            )}
          </section>
        </div>
      )}
    </Page>
  )
}

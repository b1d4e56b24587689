'use client'

import { ActionIcon } from '@mantine/core'
import { IconApi, IconBaselineDensityMedium, IconBaselineDensitySmall, IconRefresh } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ColumnDef } from '@tanstack/react-table'
import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { explain, Failure, statusOf } from '@/components/ui/failure'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { ShallowLink } from '@/components/ui/shallow-link'
import { copyText } from '@/lib/client/clipboard'
import { toCurl } from '@/lib/client/curl'
import { formatNumber } from '@/lib/client/format'
import {
  type ListDefaults,
  type ListState,
  patchListState,
  toApiFilter,
  toApiQuery,
  toApiSearch,
} from '@/lib/client/list-state'
import { useListUrl } from '@/lib/client/list-url'
import { listKey, listQuery } from '@/lib/client/lists'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { useSavePreferences } from '@/lib/client/save-preferences'
import { useShortcuts } from '@/lib/client/shortcuts'
import { showToast } from '@/lib/client/toasts'
import type { Resource } from '@/lib/resources/resource'
import type { ViewedList } from '@/lib/resources/viewed-lists'
import type { Features } from './columns'
import { DataTable } from './data-table'
import { type Condition, NoMatch, NoPermission } from './list-empty'
import { ListSearch } from './list-search'
import { Pager } from './pager'
import css from './resource-list.module.css'
import type { ListAction } from './selection'
import { SelectionBar } from './selection-bar'
import { useSelection } from './use-selection'

const ChangedFilterDialog = dynamic(
  () => import('./changed-filter-dialog').then(({ ChangedFilterDialog }) => ChangedFilterDialog),
  { ssr: false },
)

/** A view that is always there: `?view=<key>`; the one with an empty key is the list as it is. */
export type BuiltInView = { key: string; label: string; filter: string; count?: number }

export type ResourceListProps<Row extends { id: string }> = {
  /** What saved views and the arrangement of columns are kept under. */
  list: ViewedList
  title: string
  /** Saved views belong to an organization; without one there are none. */
  orgId?: string
  /** Below `/api`: `/orgs/{id}/products`. Must answer the list envelope and take `$filter`, `$orderBy`, `$top`. */
  path: string
  /** What every query about these rows begins with; `listKey(path)` when left out. */
  queryKey?: readonly unknown[]
  /** Further parameters of the API call, such as `{ $expand: 'category' }`. */
  query?: Record<string, string>
  resource: Resource
  columns: ReadonlyArray<ColumnDef<Features, Row, unknown>>
  defaults: ListDefaults
  /** Label and hint of the search field; left out where the list takes no `$search`. */
  search?: { label: string; hint: string }
  /** How a field and a value of an enumeration are called in the reader's language. */
  fieldLabel?: (path: string) => string
  valueLabel?: (path: string, value: string) => string
  /** Fields no filter chip is offered for. */
  hiddenFields?: readonly string[]
  builtInViews?: readonly BuiltInView[]
  rowHref: (row: Row, listSearch: string) => string
  rowLabel: (row: Row) => string
  actions?: readonly ListAction<Row>[]
  /** Buttons at the right of the title, such as “New product”. */
  head?: ReactNode
  /** What stands there when there is nothing at all, not even without filters. */
  empty: ReactNode
  /** Says that nothing matches; `Nothing matches` when left out. */
  noMatchTitle?: string
  /** Stands in the place of the whole list where the reader may not see it; nothing is asked for then. */
  refused?: ReactNode
  refetchInterval?: number
  /** Where it is narrow rows are cards; this class lays out their cells (`td[data-column="…"]`). */
  className?: string
}

const noActions: never[] = []
const noRows: never[] = []

/** A whole page with one list: title, views, search, filters, table, pager; the address says what it shows. */
export function ResourceList<Row extends { id: string }>(props: ResourceListProps<Row>) {
  const { path, title, defaults, columns, search, builtInViews = [], rowHref, rowLabel, head, empty } = props
  const { locale, messages: t } = useLanguage()
  const queryClient = useQueryClient()
  const { me, organization } = useCurrentOrganization()
  const savePreferences = useSavePreferences()
  const list = useListUrl(defaults)
  const { state } = list
  const key = props.queryKey ?? listKey(path)
  const view = builtInViews.find((each) => each.key === state.view)
  const extra = new URLSearchParams(props.query).toString()
  const queryOf = (patch: Partial<ListState>) => {
    const patched = Object.keys(patch).length > 0 ? patchListState(state, patch) : state
    const viewFilter = builtInViews.find((each) => each.key === patched.view)?.filter
    return [toApiQuery(patched, viewFilter), extra].filter(Boolean).join('&')
  }
  const query = queryOf({})
  const result = useQuery({
    ...listQuery<Row>(path, query, key),
    refetchInterval: props.refetchInterval,
    enabled: !props.refused,
  })
  const density = me?.preferences.density ?? 'comfortable'
  const changeDensity = () => savePreferences({ density: density === 'compact' ? 'comfortable' : 'compact' })
  useShortcuts([{ keys: ['D'], group: 'list', label: t.shortcuts.density, run: changeDensity }])
  const selection = useSelection<Row>({
    actions: props.actions ?? noActions,
    answer: props.refused ? undefined : result.data,
    state,
    filter: toApiFilter(state, view?.filter),
    search: toApiSearch(state),
  })
  const { store } = selection

  const conditions: Condition[] = [
    ...(view?.filter ? [{ key: 'view', text: view.label, without: { view: '' } }] : []),
    ...(state.q ? [{ key: 'q', text: `${t.list.searchChip} “${state.q}”`, without: { q: '' } }] : []),
    ...(state.filter
      ? [{ key: 'filter', text: `${t.list.filterChip} “${state.filter}”`, without: { filter: '' } }]
      : []),
  ]
  const isEmpty = result.data?.total === 0 && !result.isPlaceholderData
  const isWrongFilter = state.filter !== '' && statusOf(result.error) === 400
  const instead =
    props.refused ??
    (result.error && !result.data ? (
      statusOf(result.error) === 403 ? (
        <NoPermission />
      ) : (
        <Failure
          title={isWrongFilter ? t.failed.filter : t.failed.rows}
          error={result.error}
          onRetry={isWrongFilter ? () => list.go({ filter: '' }) : () => result.refetch()}
          retryLabel={isWrongFilter ? t.list.remove({ what: t.list.filterChip }) : undefined}
        />
      )
    ) : isEmpty ? (
      conditions.length > 0 ? (
        <NoMatch
          list={list}
          title={props.noMatchTitle ?? t.list.noMatch}
          conditions={conditions}
          queryOf={queryOf}
          path={path}
          queryKey={key}
        />
      ) : (
        empty
      )
    ) : undefined)
  return (
    <div className={[css.page, props.className].filter(Boolean).join(' ')}>
      <PageTitle parts={[title, props.orgId ? organization?.name : undefined]} />
      <header className={css.head}>
        <h1 className={css.title}>{title}</h1>
        {head}
        <ActionIcon
          className={css.density}
          aria-label={`${t.list.density}: ${t.list[density]}`}
          title={`${t.list.density}: ${t.list[density]} (D)`}
          onClick={changeDensity}
        >
          {density === 'compact' ? <IconBaselineDensitySmall size={18} /> : <IconBaselineDensityMedium size={18} />}
        </ActionIcon>
        <ActionIcon
          aria-label={t.list.copyApiCall}
          title={t.list.copyApiCall}
          onClick={async () => {
            if (await copyText(toCurl('GET', `${path}?${query}`))) {
              showToast({ kind: 'done', title: t.list.copiedApiCall })
            }
          }}
        >
          <IconApi size={18} stroke={1.8} />
        </ActionIcon>
        <ActionIcon
          aria-label={t.app.refresh}
          title={t.app.refresh}
          onClick={() => queryClient.invalidateQueries({ queryKey: key })}
        >
          <IconRefresh size={18} stroke={1.8} />
        </ActionIcon>
      </header>
      {builtInViews.length > 0 && (
        <nav className={css.tabs} aria-label={t.list.views}>
          {builtInViews.map(({ key: name, label, count }) => (
            <ShallowLink
              key={name}
              href={list.href({ view: name })}
              className={css.tab}
              aria-current={name === (view?.key ?? '') ? 'page' : undefined}
            >
              {label}
              {count !== undefined && <span className={`${css.count} od-number`}>{formatNumber(locale, count)}</span>}
            </ShallowLink>
          ))}
        </nav>
      )}
      <search className={css.tools}>{search && <ListSearch list={list} {...search} />}</search>
      {result.error && result.data && (
        <div className={css.stale}>
          <Notice kind="warn" title={t.failed.rows}>
            {explain(result.error, t)}
          </Notice>
        </div>
      )}
      <DataTable
        label={title}
        columns={columns}
        list={list}
        result={result}
        rowHref={(row) => rowHref(row, list.search)}
        rowLabel={rowLabel}
        instead={instead}
        busyLabel={t.app.loading}
        density={density}
        selection={store}
        bar={
          store && (
            <SelectionBar
              selection={store}
              rows={result.data?.value ?? noRows}
              total={result.data?.total ?? 0}
              actions={props.actions ?? noActions}
              read={selection.read}
              onSelectMatching={selection.selectMatching}
            />
          )
        }
      />
      {!props.refused && <Pager list={list} answer={result.data} waiting={result.isPlaceholderData} />}
      {selection.asked && (
        <ChangedFilterDialog
          count={selection.asked.count}
          onClear={() => {
            store?.clear()
            selection.answerAsked()
          }}
          onBack={() => {
            list.go(selection.asked!.earlier, 'replace')
            selection.answerAsked()
          }}
        />
      )}
    </div>
  )
}

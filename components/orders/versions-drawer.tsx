'use client'

import { Button, Drawer } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import history from '@/components/history/history.module.css'
import { Failure } from '@/components/ui/failure'
import { Waiting } from '@/components/ui/waiting'
import { formatInstant } from '@/lib/client/format'
import { useOrderPartMessages } from '@/lib/client/messages/areas/order-parts'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { type OrderVersion, versionsQuery } from '@/lib/client/order-parts'
import { differenceOf } from '@/lib/client/version-difference'
import { useFieldName, useFieldValue } from './use-field-name'
import css from './versions-drawer.module.css'

type DifferenceProps = { before: OrderVersion; after: OrderVersion; timeZone: string }

/** Every value that two versions say differently. */
function Difference({ before, after, timeZone }: DifferenceProps) {
  const m = useOrderPartMessages()
  const name = useFieldName([before, after])
  const value = useFieldValue(after.order.currency, timeZone)
  const differences = differenceOf(before, after)
  return (
    <section aria-live="polite" aria-labelledby="version-difference" className={css.difference}>
      <h3 id="version-difference" className={css.title}>
        {m.difference({ from: before.version, to: after.version })}
      </h3>
      {differences.length === 0 ? (
        <p className="od-muted">{m.noDifference}</p>
      ) : (
        <dl className={css.fields}>
          {differences.map(({ path, before, after }) => (
            <div key={path}>
              <dt title={path}>{name(path)}</dt>
              <dd>
                <span className={history.before}>{value(path, before)}</span>
                <span aria-hidden="true"> → </span>
                <span className={history.after}>{value(path, after)}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

type Props = { orgId: string; orderId: string; timeZone: string; onClose: () => void }

/** The versions of an order, who made each of them and when, and what is different between any two. */
export function VersionsDrawer({ orgId, orderId, timeZone, onClose }: Props) {
  const { locale, messages: t } = useLanguage()
  const m = useOrderPartMessages()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    versionsQuery(orgId, orderId),
  )
  const [chosen, setChosen] = useState<{ from?: number; to?: number }>({})
  const versions = data?.pages.flatMap(({ value }) => value) ?? []
  const find = (version: number | undefined) => versions.find((each) => each.version === version)
  const to = find(chosen.to) ?? versions[0]
  const from = find(chosen.from) ?? versions[1] ?? versions[0]
  const choice = (side: 'from' | 'to', version: number) => (
    <input
      type="radio"
      name={`version-${side}`}
      className={css.radio}
      aria-label={side === 'from' ? m.earlierOf({ version }) : m.laterOf({ version })}
      checked={(side === 'from' ? from : to)?.version === version}
      onChange={() => setChosen({ from: from?.version, to: to?.version, [side]: version })}
    />
  )
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={600}
      title={m.versions}
      closeButtonProps={{ 'aria-label': t.app.close }}
    >
      {error && !data ? (
        <Failure title={m.versionsFailed} error={error} onRetry={() => refetch()} />
      ) : !data ? (
        <div role="status" aria-label={t.app.loading}>
          <Waiting widths={[70, 56, 63]} />
        </div>
      ) : (
        <>
          <p className="od-muted">{versions.length > 1 ? m.versionsText : m.oneVersion}</p>
          <div className={css.columns} aria-hidden="true">
            <span>{m.earlier}</span>
            <span>{m.later}</span>
          </div>
          <ol className={css.versions} reversed>
            {versions.map(({ version, operation, actor, at }) => (
              <li key={version} data-chosen={version === from?.version || version === to?.version || undefined}>
                {choice('from', version)}
                {choice('to', version)}
                <span className={`${css.number} od-number`}>{version}</span>
                <span className={css.what}>
                  <strong>{actor && actor.kind !== 'system' ? actor.name : t.history.system}</strong>{' '}
                  {t.history.operations[operation] ?? t.history.other({ operation })}
                </span>
                <time dateTime={at} className={`${css.when} od-number`}>
                  {formatInstant(locale, timeZone, at)}
                </time>
              </li>
            ))}
          </ol>
          {hasNextPage && (
            <Button variant="subtle" size="compact-sm" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
              {m.older}
            </Button>
          )}
          {from && to && versions.length > 1 && <Difference before={from} after={to} timeZone={timeZone} />}
        </>
      )}
    </Drawer>
  )
}

'use client'

import { ActionIcon, Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconX } from '@tabler/icons-react'
import { type BulkRow, groupRows, toCsv } from '@/lib/client/bulk'
import { formatNumber } from '@/lib/client/format'
import { useBulkMessages } from '@/lib/client/messages/areas/bulk'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { OrderStatus } from '@/lib/resources/order'
import css from './bulk-result.module.css'

type Props = {
  orgId: string
  status: OrderStatus
  results: readonly BulkRow[]
  reasonOf: (row: BulkRow) => string
  onRetry: (ids: string[]) => void
  onUndo?: () => void
  onClose: () => void
}

function save(name: string, text: string) {
  // With a byte order mark, or spreadsheets read the names in the wrong encoding.
  const url = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** What became of many orders. It covers no dialog's ground: the list and its keys go on working beside it. */
export function BulkResult({ orgId, status, results, reasonOf, onRetry, onUndo, onClose }: Props) {
  const { locale, messages: t } = useLanguage()
  const m = useBulkMessages()
  const { moving, refused, changed } = groupRows(results)
  const failed = [...refused, ...changed]
  const counted = (count: number) => ({ count, text: formatNumber(locale, count) })
  const download = () => {
    const head = [m.csv.number, m.csv.id, m.csv.outcome, m.csv.status, m.csv.reason]
    const rows = results.map((row) => [
      row.number,
      row.id,
      m.outcomes[row.outcome],
      row.status ? t.status[row.status] : '',
      row.outcome === 'moved' || row.outcome === 'unchanged' ? '' : reasonOf(row),
    ])
    save(`${status.toLowerCase()}-${new Date().toISOString().slice(0, 16).replaceAll(':', '')}.csv`, toCsv(head, rows))
  }
  return (
    <section className={css.panel} aria-label={m.result}>
      <header className={css.head}>
        {moving.length > 0 && (
          <span className={css.good}>
            <IconCircleCheck size={17} aria-hidden /> {m.done[status](counted(moving.length))}
          </span>
        )}
        <span className={css.bad}>
          <IconAlertTriangle size={17} aria-hidden /> {m.notDone(counted(failed.length))}
        </span>
        <ActionIcon className={css.close} size={26} aria-label={t.app.close} onClick={onClose}>
          <IconX size={15} />
        </ActionIcon>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls, and the keyboard must reach it. */}
      <ul className={css.rows} tabIndex={0}>
        {failed.map((row) => (
          <li key={row.id}>
            <a className="od-link od-number" href={`/orgs/${orgId}/orders/${row.id}`} target="_blank" rel="noreferrer">
              #{row.number ?? row.id}
            </a>
            <span>{reasonOf(row)}</span>
          </li>
        ))}
      </ul>
      <footer className={css.foot}>
        <Button size="compact-sm" variant="default" onClick={() => onRetry(failed.map(({ id }) => id))}>
          {m.retry}
        </Button>
        <Button size="compact-sm" variant="default" onClick={download}>
          {m.download}
        </Button>
        {onUndo && (
          <Button size="compact-sm" variant="subtle" onClick={onUndo}>
            {t.app.undo}
          </Button>
        )}
      </footer>
    </section>
  )
}

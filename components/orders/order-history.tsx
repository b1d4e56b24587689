'use client'

import { Button } from '@mantine/core'
import {
  IconArrowBackUp,
  IconBan,
  IconCircleCheck,
  IconCreditCard,
  IconCreditCardRefund,
  IconMessage,
  IconPackage,
  IconPencil,
  IconProgress,
  IconReceipt,
  IconThumbUp,
  IconTruck,
  IconTruckReturn,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Failure } from '@/components/ui/failure'
import { dayKey, daysAgo, formatDay, formatInstant, formatTime, zoneName } from '@/lib/client/format'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { type HistoryEntry, historyQuery, type Order } from '@/lib/client/orders'
import { useNow } from '@/lib/client/use-now'
import { HistoryChanges } from './history-changes'
import css from './order-detail.module.css'
import history from './order-history.module.css'

const icons: Record<string, typeof IconPencil> = {
  place: IconReceipt,
  accept: IconThumbUp,
  start: IconProgress,
  close: IconCircleCheck,
  cancel: IconBan,
  revert: IconArrowBackUp,
  note: IconMessage,
  pay: IconCreditCard,
  refund: IconCreditCardRefund,
  ship: IconTruck,
  deliver: IconPackage,
  return: IconTruckReturn,
}

const moves = new Set(['accept', 'start', 'close', 'cancel'])
/** What may move the status along with what it is about; the server takes back those that did. */
const acts = new Set(['pay', 'ship', 'deliver', 'return', 'contest', 'review'])
const isMove = ({ operation, fields }: HistoryEntry) =>
  moves.has(operation) || (acts.has(operation) && 'status' in fields)

/** The move that can still be taken back: the latest thing that happened, notes aside. */
export function undoableIn(entries: readonly HistoryEntry[], order: Order): HistoryEntry | undefined {
  const latest = entries.find(({ operation }) => operation !== 'note')
  return latest && isMove(latest) && latest.version === order.version ? latest : undefined
}

function Entry({ entry, timeZone, onUndo }: { entry: HistoryEntry; timeZone: string; onUndo?: () => void }) {
  const { locale, messages: t } = useLanguage()
  const Icon = icons[entry.operation] ?? IconPencil
  const { kind } = entry.actor
  const name = kind === 'anonymous' ? t.history.guest : kind === 'system' ? t.history.system : entry.actor.name
  const note = entry.operation === 'note' ? (entry.fields.note ?? entry.fields.body)?.[1] : undefined
  return (
    <li className={history.entry}>
      <span className={history.icon} data-operation={entry.operation}>
        <Icon size={15} stroke={1.9} aria-hidden />
      </span>
      <div className={history.body}>
        <p>
          <strong className={history.actor}>{name}</strong>
          {kind === 'apiKey' && <span className={history.tag}>{t.history.apiKey}</span>}{' '}
          {t.history.operations[entry.operation] ?? t.history.other({ operation: entry.operation })}
        </p>
        {typeof note === 'string' ? (
          <blockquote className={history.note}>{note}</blockquote>
        ) : (
          <HistoryChanges fields={entry.fields} timeZone={timeZone} />
        )}
      </div>
      <span className={history.side}>
        {onUndo && (
          <Button variant="subtle" size="compact-sm" onClick={onUndo}>
            {t.history.undo}
          </Button>
        )}
        <time
          dateTime={entry.at}
          className="od-number"
          title={`${formatInstant(locale, timeZone, entry.at)} (${zoneName(locale, timeZone, entry.at)})`}
        >
          {formatTime(locale, timeZone, entry.at)}
        </time>
      </span>
    </li>
  )
}

type Props = { orgId: string; order: Order; timeZone: string; onUndo?: () => void }

/** What happened to the order, newest first, day by day in the organization's zone. */
export function OrderHistory({ orgId, order, timeZone, onUndo }: Props) {
  const { locale, messages: t } = useLanguage()
  const now = useNow()
  const { data, error, refetch } = useQuery(historyQuery(orgId, order.id))
  const entries = data?.value ?? []
  const days = Map.groupBy(entries, ({ at }) => dayKey(timeZone, at))
  const undoable = undoableIn(entries, order)
  const dayName = (at: string) => {
    const days = daysAgo(timeZone, at, now)
    return days === 0 ? t.history.today : days === 1 ? t.history.yesterday : formatDay(locale, timeZone, at, now)
  }
  return (
    <section className={css.section} aria-labelledby="order-history">
      <div className={css.sectionHead}>
        <h2 id="order-history" className={css.sectionTitle}>
          {t.history.title}
        </h2>
      </div>
      {error && !data && <Failure title={t.failed.history} error={error} onRetry={() => refetch()} />}
      {!data && !error && (
        <div className={css.stack} aria-hidden="true">
          {[62, 48, 55].map((width) => (
            <span key={width} className="od-skeleton" style={{ width: `${width}%` }} />
          ))}
        </div>
      )}
      {data && entries.length === 0 && <p className={css.muted}>{t.history.empty}</p>}
      {[...days].map(([day, group]) => (
        <div key={day}>
          <h3 className={history.day} suppressHydrationWarning>
            {dayName(group[0]!.at)}
          </h3>
          <ol>
            {group.map((entry) => (
              <Entry
                key={entry.id}
                entry={entry}
                timeZone={timeZone}
                onUndo={entry === undoable ? onUndo : undefined}
              />
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}

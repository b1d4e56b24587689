'use client'

import { Button, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { ChangeEntry } from '@/components/history/change-entry'
import { Days } from '@/components/history/days'
import type { ChangeContext } from '@/components/history/use-change-words'
import { Failure } from '@/components/ui/failure'
import { Section } from '@/components/ui/section'
import { Waiting } from '@/components/ui/waiting'
import { formatNumber } from '@/lib/client/format'
import { entityFilter, type TimelineFilter, timelineFilters, timelineKind } from '@/lib/client/history'
import { useNoteMessages } from '@/lib/client/messages/areas/notes'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { notesQuery, type OrderNote } from '@/lib/client/notes'
import type { OrderParts } from '@/lib/client/order-parts'
import { type HistoryEntry, historyQuery, type Order } from '@/lib/client/orders'
import { NoteComposer } from './note-composer'
import { NoteEntry } from './note-entry'
import { lineName } from './quantity-list'

const moves = new Set(['accept', 'start', 'close', 'cancel'])
/** What may move the status along with what it is about; the server takes back those that did. */
const acts = new Set(['pay', 'ship', 'deliver', 'return', 'contest', 'review'])
const isMove = ({ operation, fields }: HistoryEntry) =>
  moves.has(operation) || (acts.has(operation) && 'status' in fields)

/** The move that can still be taken back: the latest thing that happened, notes aside. */
function undoableIn(entries: readonly HistoryEntry[], order: Order): HistoryEntry | undefined {
  const [latest] = entries
  return latest && isMove(latest) && latest.version === order.version ? latest : undefined
}

type Item = { at: string; id: string } & ({ entry: HistoryEntry } | { note: OrderNote })

const kindOf = (item: Item) => ('note' in item ? 'notes' : timelineKind(item.entry))

type Props = {
  orgId: string
  order: Order
  parts: OrderParts | undefined
  timeZone: string
  onUndo?: () => void
}

/** What happened to the order and what was said about it: one line of time, newest first, day by day. */
export function OrderTimeline({ orgId, order, parts, timeZone, onUndo }: Props) {
  const { locale, messages: t } = useLanguage()
  const m = useNoteMessages()
  const [filter, setFilter] = useState<TimelineFilter>('all')
  const history = useQuery(historyQuery(orgId, order.id))
  const notes = useQuery(notesQuery(orgId, order.id))
  const entries = history.data?.value ?? []
  const undoable = undoableIn(entries, order)
  const items: Item[] = [
    ...(notes.data?.value ?? []).map((note) => ({ at: note.createdAt, id: note.id, note })).reverse(),
    ...entries.map((entry) => ({ at: entry.at, id: entry.id, entry })),
  ].sort((a, b) => b.at.localeCompare(a.at))
  const shown = filter === 'all' ? items : items.filter((item) => kindOf(item) === filter)
  const countOf = (each: TimelineFilter) =>
    each === 'all' ? items.length : items.filter((item) => kindOf(item) === each).length
  const lines = new Map(parts?.lines.map((line) => [String(line.id), lineName(line)]))
  const context: ChangeContext = {
    entity: 'order',
    timeZone,
    currency: order.currency,
    lineName: (id) => lines.get(id),
  }
  const older = (history.data?.total ?? 0) - entries.length
  const loaded = history.data !== undefined && (notes.data !== undefined || notes.error !== null)
  return (
    <Section
      title={m.title}
      head={
        <SegmentedControl
          size="xs"
          aria-label={m.filter}
          value={filter}
          onChange={(value) => setFilter(value as TimelineFilter)}
          data={timelineFilters.map((each) => ({
            value: each,
            label: loaded ? `${m[each]} ${formatNumber(locale, countOf(each))}` : m[each],
          }))}
        />
      }
    >
      <NoteComposer key={order.id} orgId={orgId} orderId={order.id} />
      {history.error && !history.data && (
        <Failure title={t.failed.history} error={history.error} onRetry={() => history.refetch()} />
      )}
      {notes.error && !notes.data && (
        <Failure title={m.notesFailed} error={notes.error} onRetry={() => notes.refetch()} />
      )}
      {!history.data && !history.error && <Waiting tight />}
      {history.data && shown.length === 0 && (
        <p className="od-muted">{items.length === 0 ? t.history.empty : m.noneOfKind}</p>
      )}
      <Days items={shown} at={({ at }) => at} keyOf={({ id }) => id} timeZone={timeZone}>
        {(item) =>
          'note' in item ? (
            <NoteEntry orgId={orgId} orderId={order.id} note={item.note} timeZone={timeZone} />
          ) : (
            <ChangeEntry
              entry={item.entry}
              orgId={orgId}
              context={context}
              verb={t.history.operations[item.entry.operation]}
              actions={
                onUndo &&
                item.entry === undoable && (
                  <Button variant="subtle" size="compact-sm" onClick={onUndo}>
                    {t.history.undo}
                  </Button>
                )
              }
            />
          )
        }
      </Days>
      {older > 0 && (
        <p className="od-muted">
          <Link
            className="od-link"
            href={`/orgs/${orgId}/history?filter=${encodeURIComponent(entityFilter('order', order.id))}`}
            prefetch={false}
          >
            {m.olderInHistory({ count: older })}
          </Link>
        </p>
      )}
    </Section>
  )
}

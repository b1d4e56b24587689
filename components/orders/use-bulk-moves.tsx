'use client'

import { IconBan, IconCircleCheck, IconProgress, IconThumbUp } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { ListAction, ListSelection } from '@/components/data-table/selection'
import { explain, requestIdOf } from '@/components/ui/failure'
import type { ListAnswer } from '@/lib/client/api'
import {
  type BulkOutcome,
  type BulkTarget,
  bulkLimits,
  foreseeBulk,
  groupRows,
  revertBatch,
  runBulk,
} from '@/lib/client/bulk'
import { formatNumber } from '@/lib/client/format'
import { useBulkMessages } from '@/lib/client/messages/areas/bulk'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { type Order, ordersKey } from '@/lib/client/orders'
import { showToast } from '@/lib/client/toasts'
import type { OrderStatus } from '@/lib/resources/order'
import { useRowReason } from './use-row-reason'

const BulkDialog = dynamic(() => import('./bulk-dialog').then(({ BulkDialog }) => BulkDialog), { ssr: false })
const BulkResult = dynamic(() => import('./bulk-result').then(({ BulkResult }) => BulkResult), { ssr: false })

const moves = [
  { status: 'ACCEPTED', shortcut: 'a', Icon: IconThumbUp },
  { status: 'PROCESSING', shortcut: 'p', Icon: IconProgress },
  { status: 'CLOSED', shortcut: 'c', Icon: IconCircleCheck },
  { status: 'CANCELED', shortcut: '!', Icon: IconBan },
] as const satisfies { status: OrderStatus; shortcut: string; Icon: unknown }[]

type Selection = ListSelection<Order>

const targetOf = ({ matching, ids, rows }: Selection): BulkTarget =>
  matching ?? { ids, versions: Object.fromEntries(rows.map(({ id, version }) => [id, version])) }

/** Moving many orders from their list: the actions, and what they open. */
export function useBulkMoves(orgId: string, timeZone: string) {
  const { locale, messages: t } = useLanguage()
  const m = useBulkMessages()
  const queryClient = useQueryClient()
  const reasonOf = useRowReason(timeZone)
  const [asking, setAsking] = useState<{ status: OrderStatus; selection: Selection; key: number }>()
  const [result, setResult] = useState<{ status: OrderStatus; outcome: BulkOutcome; selection: Selection }>()
  const counted = (count: number) => ({ count, text: formatNumber(locale, count) })

  const refresh = () => queryClient.invalidateQueries({ queryKey: ordersKey(orgId) })

  const undo = async (batchId: string) => {
    try {
      const groups = groupRows(await revertBatch(orgId, batchId))
      const stuck = [...groups.refused, ...groups.changed]
      setResult(undefined)
      if (stuck.length > 0) {
        const told = stuck.slice(0, 5).map((row) => `#${row.number ?? row.id}: ${reasonOf(row)}`)
        showToast({
          kind: 'failed',
          title: m.notTakenBack(counted(stuck.length)),
          text: [...told, ...(stuck.length > 5 ? [m.others(counted(stuck.length - 5))] : [])].join(' '),
        })
      }
      if (groups.moving.length > 0) {
        showToast({ kind: 'done', title: m.takenBack(counted(groups.moving.length)) })
      }
    } catch (error) {
      showToast({ kind: 'failed', title: m.undoFailed, text: explain(error, t), requestId: requestIdOf(error) })
    }
    await refresh()
  }

  const settle = (status: OrderStatus, selection: Selection, outcome: BulkOutcome) => {
    const { batchId, results, error } = outcome
    const { moving, refused, changed } = groupRows(results)
    const failed = [...refused, ...changed]
    // Shown at once; the lists ask again for everything else that follows from it.
    const now = new Map(moving.map((row) => [row.id, row]))
    queryClient.setQueriesData<ListAnswer<Order>>({ queryKey: [...ordersKey(orgId), 'list'] }, (page) =>
      page
        ? {
            ...page,
            value: page.value.map((order) => {
              const row = now.get(order.id)
              return row?.status ? { ...order, status: row.status, version: row.version ?? order.version } : order
            }),
          }
        : page,
    )
    void refresh()
    selection.keep(
      failed.map(({ id }) => id),
      new Map(failed.map((row) => [row.id, reasonOf(row)])),
    )
    if (moving.length > 0) {
      showToast({
        kind: 'done',
        title: m.done[status](counted(moving.length)),
        undo: batchId ? () => void undo(batchId) : undefined,
      })
    }
    if (error !== undefined) {
      showToast({ kind: 'failed', title: m.failed, text: explain(error, t), requestId: requestIdOf(error) })
    }
    setResult(failed.length > 0 && results.length > 1 ? { status, outcome, selection } : undefined)
    if (failed.length > 0 && results.length === 1) {
      showToast({ kind: 'failed', title: m.failed, text: reasonOf(failed[0]!) })
    }
  }

  /** One order, nothing to ask: it moves at once, and the toast takes it back. */
  const moveOne = async (status: OrderStatus, selection: Selection) => {
    try {
      const rows = await foreseeBulk(orgId, status, targetOf(selection))
      const { moving } = groupRows(rows)
      const signal = new AbortController().signal
      const outcome =
        moving.length > 0
          ? await runBulk({ orgId, move: { status }, rows: moving, onProgress: () => undefined, signal })
          : { batchId: null, results: rows }
      settle(status, selection, outcome)
    } catch (error) {
      showToast({ kind: 'failed', title: m.failed, text: explain(error, t), requestId: requestIdOf(error) })
    }
  }

  const start = (status: OrderStatus, selection: Selection) => {
    if (selection.count === 1 && !selection.matching && status !== 'CANCELED') void moveOne(status, selection)
    else setAsking({ status, selection, key: Date.now() })
  }

  const actions = moves.map(
    ({ status, shortcut, Icon }): ListAction<Order> => ({
      key: status,
      label: m.verbs[status]!,
      shortcut,
      icon: <Icon size={15} />,
      danger: status === 'CANCELED',
      blocked: ({ count, rows, matching, ids }) => {
        if (matching && count > bulkLimits.matching) {
          return m.tooMany({ most: formatNumber(locale, bulkLimits.matching) })
        }
        if (rows.length < ids.length || rows.length === 0) return undefined
        if (rows.every((order) => order.status === status)) return m.allThere
        if (rows.every((order) => order.status === 'CLOSED' || order.status === 'CANCELED')) return m.allFinal
        return undefined
      },
      run: (selection) => start(status, selection),
    }),
  )

  const element = (
    <>
      {asking && (
        <BulkDialog
          key={asking.key}
          orgId={orgId}
          status={asking.status}
          target={targetOf(asking.selection)}
          count={asking.selection.count}
          timeZone={timeZone}
          onClose={() => setAsking(undefined)}
          onDone={(outcome) => {
            setAsking(undefined)
            settle(asking.status, asking.selection, outcome)
          }}
        />
      )}
      {result && !asking && (
        <BulkResult
          orgId={orgId}
          status={result.status}
          results={result.outcome.results}
          reasonOf={reasonOf}
          onRetry={(ids) =>
            start(result.status, {
              ...result.selection,
              count: ids.length,
              ids,
              rows: [],
              matching: undefined,
            })
          }
          onUndo={result.outcome.batchId ? () => undo(result.outcome.batchId!) : undefined}
          onClose={() => setResult(undefined)}
        />
      )}
    </>
  )
  return { actions, element }
}

import type { Reader } from '@/db'
import { orders } from '@/db/schema'
import { findDeletions, findLastChanges, type LastChange, said, withLastChanges } from '@/lib/history/last-change'
import type { OrderStatus } from '@/lib/resources/order'
import type { MovableOrder } from './movable-order'

/**
 * What became of one order of many: `changedSince` somebody was there in between, `notFound` it was deleted,
 * `skipped` its turn did not come.
 */
export const rowOutcomes = ['moved', 'unchanged', 'notAllowed', 'changedSince', 'notFound', 'skipped'] as const
export type RowOutcome = (typeof rowOutcomes)[number]

export type RowResult = {
  id: string
  /** Null when there is no such order any more, as are status and version. */
  number: number | null
  outcome: RowOutcome
  /** As it is after the act; of a dry run, as it would be. */
  status: OrderStatus | null
  version: number | null
  /** Why it did not move. */
  reason?: string
  changedBy?: LastChange
}

export const rowResult = (
  order: Pick<MovableOrder, 'id' | 'number' | 'status' | 'version'>,
  outcome: RowOutcome,
  reason?: string,
): RowResult => ({
  id: order.id,
  number: order.number,
  outcome,
  status: order.status,
  version: order.version,
  ...(reason === undefined ? {} : { reason }),
})

export const absentRow = (id: string, outcome: RowOutcome, reason: string): RowResult => ({
  id,
  number: null,
  outcome,
  status: null,
  version: null,
  reason,
})

/** Says at every row that somebody else changed who it was, how and when. */
export async function nameLastChanges(db: Reader, rows: readonly RowResult[]): Promise<RowResult[]> {
  const ids = rows.filter(({ outcome }) => outcome === 'changedSince').map(({ id }) => id)
  return withLastChanges(rows, await findLastChanges(db, 'order', orders, ids))
}

/** Those of the ids that were orders once, in one organization when one is given, as rows that tell who deleted them. */
export async function findDeletedOrders(
  db: Reader,
  ids: readonly string[],
  organizationId?: string,
): Promise<Map<string, RowResult>> {
  const found = await findDeletions(db, 'order', ids, organizationId)
  return new Map(
    [...found].map(([id, { change }]) => [
      id,
      { ...absentRow(id, 'notFound', `It was deleted: ${said(change)}`), changedBy: change },
    ]),
  )
}

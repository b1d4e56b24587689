import { and, eq, sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import { inList, listValue } from '@/db/dialect/query-sql'
import { changes, orders } from '@/db/schema'
import { toIso } from '@/lib/clock'
import type { OrderStatus } from '@/lib/resources/order'
import type { MovableOrder } from './movable-order'

/**
 * What became of one order of many: `changedSince` somebody was there in between, `notFound` it was deleted,
 * `skipped` its turn did not come.
 */
export const rowOutcomes = ['moved', 'unchanged', 'notAllowed', 'changedSince', 'notFound', 'skipped'] as const
export type RowOutcome = (typeof rowOutcomes)[number]

/** Who changed an order last, how, and when (ms UTC). */
export type LastChange = { actorKind: string; actorId: string | null; actorName: string; operation: string; at: number }

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

const last = {
  id: changes.entityId,
  actorKind: changes.actorKind,
  actorId: changes.actorId,
  actorName: changes.actorName,
  operation: changes.operation,
  at: changes.at,
}

const byId = (rows: ({ id: string } & LastChange)[]) => new Map(rows.map(({ id, ...change }) => [id, change]))

const said = ({ actorName, operation, at }: LastChange) => `${actorName} did “${operation}” at ${toIso(at)}.`

/** Says at every row that somebody else changed who it was, how and when. */
export async function nameLastChanges(db: Reader, rows: readonly RowResult[]): Promise<RowResult[]> {
  const ids = rows.filter(({ outcome }) => outcome === 'changedSince').map(({ id }) => id)
  if (ids.length === 0) return [...rows]
  const found = byId(
    await db
      .select(last)
      .from(changes)
      .innerJoin(orders, and(eq(orders.id, changes.entityId), eq(orders.version, changes.version)))
      .where(and(eq(changes.entity, 'order'), inList(changes.entityId, sql.param(listValue(ids)), 'text'))),
  )
  return rows.map((row) => {
    const change = row.outcome === 'changedSince' ? found.get(row.id) : undefined
    return change ? { ...row, reason: `It changed since: ${said(change)}`, changedBy: change } : row
  })
}

/** Those of the ids that were orders once, in one organization when one is given, as rows that tell who deleted them. */
export async function findDeletedOrders(
  db: Reader,
  ids: readonly string[],
  organizationId?: string,
): Promise<Map<string, RowResult>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ ...last, organizationId: changes.organizationId })
    .from(changes)
    .where(
      and(
        eq(changes.entity, 'order'),
        inList(changes.entityId, sql.param(listValue(ids)), 'text'),
        eq(changes.version, 0),
      ),
    )
  const own = rows.filter((row) => organizationId === undefined || row.organizationId === organizationId)
  const found = byId(own.map(({ organizationId: _, ...row }) => row))
  return new Map(
    [...found].map(([id, change]) => [
      id,
      { ...absentRow(id, 'notFound', `It was deleted: ${said(change)}`), changedBy: change },
    ]),
  )
}

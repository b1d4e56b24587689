import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db'
import { typed } from '@/db/dialect/query-sql'
import { orders } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { AppError } from '@/lib/errors'
import { recordChanges } from '@/lib/history/record-change'
import type { OrderStatus } from '@/lib/resources/order'
import { countOrders, isCounted } from './counters'
import type { MovableOrder } from './movable-order'

/** One order's move: what it was, what changes, and the verb the history shows. */
export type Move = { before: MovableOrder; patch: Partial<MovableOrder>; operation: string }

type Field = keyof MovableOrder

const isInstant = (field: Field) => field.endsWith('At')

/** The new values of many orders as a table `v`: `column1` the id, `column2` the version they were read at. */
function valuesTable(moves: readonly Move[], fields: readonly Field[]): SQL {
  const rows = moves.map(({ before, patch }, row) => {
    const cell = (value: unknown, type: 'text' | 'integer') =>
      // The first row tells a server the types of all.
      row === 0 ? typed(sql.param(value ?? null), type) : sql`${sql.param(value ?? null)}`
    const cells = fields.map((field) =>
      cell(field in patch ? patch[field] : before[field], isInstant(field) ? 'integer' : 'text'),
    )
    return sql`(${sql.join([cell(before.id, 'text'), cell(before.version, 'integer'), ...cells], sql`, `)})`
  })
  return sql`(values ${sql.join(rows, sql`, `)}) as v`
}

async function keepCounters(tx: Tx, moves: readonly Move[]): Promise<void> {
  const changes = new Map<string, { organizationId: string; status: OrderStatus; by: number }>()
  const add = (organizationId: string, status: OrderStatus, by: number) => {
    const key = `${organizationId}/${status}`
    changes.set(key, { organizationId, status, by: (changes.get(key)?.by ?? 0) + by })
  }
  for (const { before, patch } of moves) {
    if (!patch.status || patch.status === before.status || !isCounted(before)) continue
    add(before.organizationId, before.status, -1)
    add(before.organizationId, patch.status, 1)
  }
  for (const { organizationId, status, by } of changes.values()) await countOrders(tx, organizationId, status, by)
}

/**
 * What `saveOrder` does for one order, for many at once that move without their parts and are not split: one update,
 * the counters, the history. Every patch must change something; it touches nothing a search looks at. Give at most a
 * few hundred. The rows were read in the same transaction.
 * @throws AppError Conflict when one changed since it was read
 */
export async function saveMoves(
  tx: Tx,
  actor: Actor,
  moves: readonly Move[],
  batchId: string | null,
  at: number,
): Promise<void> {
  if (moves.length === 0) return
  const fields = [...new Set(moves.flatMap(({ patch }) => Object.keys(patch) as Field[]))]
  const set = Object.fromEntries(fields.map((field, i) => [field, sql.raw(`v.column${i + 3}`)]))
  const saved = await tx
    .update(orders)
    .set({ ...set, version: sql`${orders.version} + 1`, updatedAt: at })
    .from(valuesTable(moves, fields))
    .where(sql`${orders.id} = v.column1 and ${orders.version} = v.column2`)
    .returning({ id: orders.id })
  if (saved.length !== moves.length) {
    throw new AppError('Conflict', 'The orders changed meanwhile. Read them again and repeat the change.')
  }
  await keepCounters(tx, moves)
  await recordChanges(
    tx,
    actor,
    moves.map(({ before, patch, operation }) => ({
      organizationId: before.organizationId,
      entity: 'order',
      entityId: before.id,
      version: before.version + 1,
      operation,
      before: Object.fromEntries(Object.keys(patch).map((name) => [name, before[name as Field]])),
      after: patch,
      batchId,
      at,
    })),
  )
}

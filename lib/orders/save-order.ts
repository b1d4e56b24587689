import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db'
import { indexRows } from '@/db/dialect/search-sql'
import { orders } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { AppError } from '@/lib/errors'
import { changedFields, recordChange } from '@/lib/history/record-change'
import { searchTokens } from '@/lib/query/search'
import { countOrders, isCounted } from './counters'
import { followSplit } from './follow-split'
import { findOrderLines } from './get-order'
import type { Order } from './order'
import { partNames, writeParts } from './save-parts'
import { searchText } from './search-text'
import type { OrderParts, WholeOrder } from './whole-order'

const searched: readonly (keyof Order)[] = [
  'customerName',
  'customerNameKana',
  'customerEmail',
  'customerPhone',
  'lineItems',
]

async function indexAgain(tx: Tx, order: Order): Promise<void> {
  const lines = await findOrderLines(tx, order.id)
  const standing = lines.filter((line) => !line.removed)
  await indexRows(tx, 'order_search', [{ number: order.number, tokens: searchTokens(searchText(order, standing)) }])
}

/**
 * The one place that changes a stored order: bumps `version`, keeps the counters and the search index, appends to the
 * history. A patch that changes nothing writes nothing and returns the order as it was.
 * `operation` is the verb the history shows; `parts` are its parts as they were and as they become.
 * @throws AppError Conflict when the order changed since it was read
 */
export async function saveOrder(
  tx: Tx,
  actor: Actor,
  before: Order,
  patch: Partial<Order>,
  operation: string,
  batchId: string | null = null,
  parts?: { before: OrderParts; after: OrderParts },
): Promise<Order> {
  const at = now()
  const after: Order = { ...before, ...patch }
  const changed = changedFields({ ...before, ...parts?.before }, { ...after, ...parts?.after })
  if (Object.keys(changed).length === 0) return before
  const fields = Object.keys(changed).filter((name) => !partNames.has(name)) as (keyof Order)[]
  after.version = before.version + 1
  after.updatedAt = at

  const set = Object.fromEntries([...fields, 'version', 'updatedAt'].map((name) => [name, after[name as keyof Order]]))
  const saved = await tx
    .update(orders)
    .set(set)
    .where(and(eq(orders.id, before.id), eq(orders.version, before.version)))
    .returning({ id: orders.id })
  if (saved.length === 0)
    throw new AppError('Conflict', 'The order changed meanwhile. Read it again and repeat the change.')

  if (parts) await writeParts(tx, parts.before, parts.after)
  if (before.status !== after.status && isCounted(after)) {
    await countOrders(tx, before.organizationId, before.status, -1)
    await countOrders(tx, after.organizationId, after.status, 1)
  }
  if (fields.some((name) => searched.includes(name))) await indexAgain(tx, after)
  await recordChange(tx, actor, {
    organizationId: after.organizationId,
    entity: 'order',
    entityId: after.id,
    version: after.version,
    operation,
    before: { ...before, ...parts?.before },
    after: { ...after, ...parts?.after },
    batchId,
    at,
  })
  await followSplit(tx, actor, before, after, batchId)
  return after
}

/** The same for an order with its parts, as the acts of the machines leave it. */
export async function saveWholeOrder(
  tx: Tx,
  actor: Actor,
  before: WholeOrder,
  after: WholeOrder,
  operation: string,
  batchId: string | null = null,
): Promise<WholeOrder> {
  const { order: stored, ...partsBefore } = before
  const { order, ...partsAfter } = after
  const parts = { before: partsBefore, after: partsAfter }
  return { ...partsAfter, order: await saveOrder(tx, actor, stored, order, operation, batchId, parts) }
}

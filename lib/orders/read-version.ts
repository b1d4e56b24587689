import { and, desc, eq, gt, gte, lte } from 'drizzle-orm'
import type { Reader } from '@/db'
import { changes } from '@/db/schema'
import type { StoredChange } from '@/lib/history/find-changes'
import type { Order } from './order'
import { partNames } from './save-parts'
import { readWholeOrder, type WholeOrder } from './whole-order'

/** The order before a change: each field the change touched as it was. */
export function foldBack(whole: WholeOrder, fields: StoredChange['fields']): WholeOrder {
  const earlier: Record<string, unknown> = {}
  const parts: Record<string, unknown> = {}
  for (const [name, [before]] of Object.entries(fields)) (partNames.has(name) ? parts : earlier)[name] = before
  return { ...whole, ...parts, order: { ...whole.order, ...earlier } as Order }
}

/** One version of an order: all of it as it was then, and what made it so. */
export type OrderVersion = { whole: WholeOrder; change: StoredChange | undefined }

const changesOf = (order: Order) => and(eq(changes.entity, 'order'), eq(changes.entityId, order.id))

/**
 * Versions of an order, newest first, from version `newest` down; the stored row and the history between it and them
 * are all there is (spec other-order-apis D.2). Empty beyond version 1.
 */
export async function readVersions(
  db: Reader,
  order: Order,
  newest: number = order.version,
  count = 1,
): Promise<OrderVersion[]> {
  const oldest = Math.max(1, newest - count + 1)
  if (newest < 1 || newest > order.version) return []
  const later = await db
    .select()
    .from(changes)
    .where(and(changesOf(order), gt(changes.version, newest), lte(changes.version, order.version)))
    .orderBy(desc(changes.version))
  const wanted = await db
    .select()
    .from(changes)
    .where(and(changesOf(order), gte(changes.version, oldest), lte(changes.version, newest)))
  const changeOf = new Map(wanted.map((change) => [change.version, change]))
  let whole = later.reduce((folded, { fields }) => foldBack(folded, fields), await readWholeOrder(db, order))
  const versions: OrderVersion[] = []
  for (let version = newest; version >= oldest; version--) {
    const change = changeOf.get(version)
    const { createdAt } = order
    const stamped = { ...whole.order, version, updatedAt: change?.at ?? createdAt }
    versions.push({ whole: { ...whole, order: stamped }, change })
    whole = foldBack(whole, change?.fields ?? {})
  }
  return versions
}

/** One version of an order; undefined when it never had it. */
export async function findVersion(db: Reader, order: Order, version: number): Promise<OrderVersion | undefined> {
  const [found] = await readVersions(db, order, version)
  return found
}

import { asc, inArray } from 'drizzle-orm'
import type { Reader, Tx } from '@/db'
import { orderVendorMetadata } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { recordChange } from '@/lib/history/record-change'
import { newId } from '@/lib/ids'
import type { Order } from './order'

export type VendorMetadata = typeof orderVendorMetadata.$inferSelect

/** Appends an entry under a vendor's name. The order gets no new version (spec other-order-apis A.6). */
export async function addVendorMetadata(
  tx: Tx,
  actor: Actor,
  order: Order,
  entry: Pick<VendorMetadata, 'vendor' | 'type' | 'value'>,
): Promise<VendorMetadata> {
  const at = now()
  const row: VendorMetadata = {
    id: newId(at),
    orderId: order.id,
    organizationId: order.organizationId,
    orderVersion: order.version,
    ...entry,
    createdAt: at,
  }
  await tx.insert(orderVendorMetadata).values(row)
  await recordChange(tx, actor, {
    organizationId: order.organizationId,
    entity: 'orderVendorMetadata',
    entityId: row.id,
    version: 1,
    operation: 'append',
    after: row,
    at,
  })
  return row
}

/** The entries of orders, in the order they came, by order. */
export async function readVendorMetadata(db: Reader, orders: readonly Order[]): Promise<Map<string, VendorMetadata[]>> {
  if (orders.length === 0) return new Map()
  const ids = orders.map(({ id }) => id)
  const rows = await db
    .select()
    .from(orderVendorMetadata)
    .where(inArray(orderVendorMetadata.orderId, ids))
    .orderBy(asc(orderVendorMetadata.id))
  return Map.groupBy(rows, (row) => row.orderId)
}

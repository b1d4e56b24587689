import { asc, inArray } from 'drizzle-orm'
import type { Reader } from '@/db'
import { orders } from '@/db/schema'
import type { Order } from './order'

/** The numbers of a split order's other parts: of its master, or of its suborders. */
export type SplitNumbers = { master: number | null; suborders: number[] }

/** The parts of those orders that are split, by order id. */
export async function readSplitNumbers(db: Reader, list: readonly Order[]): Promise<Map<string, SplitNumbers>> {
  const masters = list.filter(({ splitKind }) => splitKind === 'MASTER_ORDER').map(({ id }) => id)
  const masterIds = list.flatMap(({ masterOrderId }) => masterOrderId ?? [])
  const found = new Map<string, SplitNumbers>()
  if (masters.length > 0) {
    const rows = await db
      .select({ masterOrderId: orders.masterOrderId, number: orders.number })
      .from(orders)
      .where(inArray(orders.masterOrderId, masters))
      .orderBy(asc(orders.number))
    const groups = Map.groupBy(rows, (row) => row.masterOrderId!)
    for (const id of masters) {
      found.set(id, { master: null, suborders: (groups.get(id) ?? []).map(({ number }) => number) })
    }
  }
  if (masterIds.length > 0) {
    const rows = await db
      .select({ id: orders.id, number: orders.number })
      .from(orders)
      .where(inArray(orders.id, [...new Set(masterIds)]))
    const numbers = new Map(rows.map(({ id, number }) => [id, number]))
    for (const { id, masterOrderId } of list) {
      if (masterOrderId !== null) found.set(id, { master: numbers.get(masterOrderId) ?? null, suborders: [] })
    }
  }
  return found
}

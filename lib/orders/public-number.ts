import { and, eq } from 'drizzle-orm'
import type { Reader } from '@/db'
import { orders } from '@/db/schema'
import { idPattern } from '@/lib/ids'
import { asOrder, type Order } from './order'

/** The public forms of an order's number (spec other-order-apis D.9), all bijective with it. */
export type NumberPrefix = 'ORD' | 'EON'

export const publicNumber = (prefix: NumberPrefix, order: Pick<Order, 'number'>) => `${prefix}${order.number}`

/** The number behind a public form; undefined when it is none. */
export function numberOf(prefix: NumberPrefix, text: string): number | undefined {
  const [, digits] = /^([1-9]\d{0,14})$/.exec(text.slice(prefix.length)) ?? []
  return text.startsWith(prefix) && digits !== undefined ? Number(digits) : undefined
}

/** An order of an organization by its public form, or by its id, which every surface takes as well. */
export async function findByPublicNumber(
  db: Reader,
  organizationId: string,
  prefix: NumberPrefix,
  text: string,
): Promise<Order | undefined> {
  const number = numberOf(prefix, text)
  if (number === undefined && !idPattern.test(text)) return undefined
  const named = number === undefined ? eq(orders.id, text) : eq(orders.number, number)
  const [row] = await db
    .select()
    .from(orders)
    .where(and(eq(orders.organizationId, organizationId), named))
  return row && asOrder(row)
}

/** An order of any organization by its number. */
export async function findOrderByNumber(db: Reader, number: number): Promise<Order | undefined> {
  const [row] = await db.select().from(orders).where(eq(orders.number, number))
  return row && asOrder(row)
}

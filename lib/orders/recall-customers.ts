import type { Reader } from '@/db'
import { orders } from '@/db/schema'
import { fold } from '@/lib/fold'
import { listQuery } from '@/lib/query/list-query'
import { listSource } from '@/lib/query/list-source'
import { runList } from '@/lib/query/run-list'
import { readSearch, type SearchQuery } from '@/lib/query/search'
import { orderResource } from '@/lib/resources/order'
import { orderColumns, orderedFor } from './columns'
import { orderSource, scopeOf, wholeOrdersOnly } from './find-orders'
import type { Order } from './order'

const source = listSource({
  resource: orderResource,
  columns: orderColumns,
  select: { id: orders.id, number: orders.number, createdAt: orders.createdAt, ...orderedFor },
  search: orderSource.search,
})

/** A customer as their latest order has them. */
export type RecalledCustomer = Pick<Order, 'id' | 'number' | 'createdAt' | keyof typeof orderedFor>

const recalled = 10
/** How many orders are looked through, newest first: a common word of a product name finds many. */
const lookedThrough = 500

const digits = (text: string) => text.replace(/\D/g, '')

/** The same person: the same user; else the same name at the same address for letters or calls. */
const identity = (order: RecalledCustomer) =>
  order.userId ?? [fold(order.customerName), digits(order.customerPhone), fold(order.customerEmail)].join('\n')

/** An order is found by its goods too; here every word must be one of the customer's. */
function fits(order: RecalledCustomer, search: SearchQuery): boolean {
  const { customerName, customerNameKana, customerEmail, customerPhone } = order
  const text = fold([customerName, customerNameKana, customerEmail, customerPhone, digits(customerPhone)].join('\n'))
  const plain = text.replaceAll(/[^\p{L}\p{M}\p{N}\n]+/gu, ' ')
  return search.terms.every((words) => plain.includes(words.join(' ')))
}

/**
 * Up to ten earlier customers of an organization by name, kana, e-mail or phone, as their latest order has them, the
 * latest first; without a search simply the latest.
 * @throws AppError BadArgument when the text is too long to search for
 */
export async function recallCustomers(db: Reader, organizationId: string, text: string): Promise<RecalledCustomer[]> {
  const search = readSearch(text)
  const query = listQuery(orderResource, {
    search,
    // Numbers are given out in order, and an index leads from what a search found straight to them.
    sort: [{ path: 'number', direction: 'desc' }],
    sorted: true,
    page: { limit: lookedThrough, offset: 0 },
  })
  const { rows } = await runList(db, source, query, {
    scope: scopeOf({ organizationId }),
    conditions: [wholeOrdersOnly],
    // Nobody asks how many there are.
    total: () => 0,
  })
  const found = new Map<string, RecalledCustomer>()
  for (const row of rows as RecalledCustomer[]) {
    if (search && !fits(row, search)) continue
    const key = identity(row)
    if (!found.has(key)) found.set(key, row)
    if (found.size === recalled) break
  }
  return [...found.values()]
}

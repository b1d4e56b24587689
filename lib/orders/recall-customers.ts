import type { Reader } from '@/db'
import { orders } from '@/db/schema'
import { fold } from '@/lib/query/fold'
import { listQuery } from '@/lib/query/list-query'
import { listSource } from '@/lib/query/list-source'
import { runList } from '@/lib/query/run-list'
import { readSearch, type SearchQuery } from '@/lib/query/search'
import { orderResource } from '@/lib/resources/order'
import { orderColumns } from './columns'
import { orderSource, scopeOf, wholeOrdersOnly } from './find-orders'

const select = {
  id: orders.id,
  number: orders.number,
  createdAt: orders.createdAt,
  userId: orders.userId,
  customerName: orders.customerName,
  customerNameKana: orders.customerNameKana,
  customerAddressLine1: orders.customerAddressLine1,
  customerAddressLine2: orders.customerAddressLine2,
  customerAddressLine3: orders.customerAddressLine3,
  customerPhone: orders.customerPhone,
  customerEmail: orders.customerEmail,
  customerAge: orders.customerAge,
  customerPreferredContactMethod: orders.customerPreferredContactMethod,
  customerPreferredTimeToContact: orders.customerPreferredTimeToContact,
}

const source = listSource({ resource: orderResource, columns: orderColumns, select, search: orderSource.search })

/** A customer as their latest order has them. */
export type RecalledCustomer = {
  id: string
  number: number
  createdAt: number
  userId: string | null
  customerName: string
  customerNameKana: string
  customerAddressLine1: string
  customerAddressLine2: string | null
  customerAddressLine3: string | null
  customerPhone: string
  customerEmail: string
  customerAge: string | null
  customerPreferredContactMethod: string | null
  customerPreferredTimeToContact: string | null
}

const recalled = 10
/** Orders are looked through in steps, newest first, and not for ever: a common word of a product name finds many. */
const perStep = 100
const steps = 5

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
  const found = new Map<string, RecalledCustomer>()
  let page = listQuery(orderResource, {
    search,
    sort: [
      { path: 'createdAt', direction: 'desc' },
      { path: 'id', direction: 'desc' },
    ],
    sorted: true,
    page: { limit: perStep, offset: 0 },
  })
  for (let step = 0; step < steps; step++) {
    // Nobody asks how many there are.
    const { rows, next } = await runList(db, source, page, {
      scope: scopeOf({ organizationId }),
      conditions: [wholeOrdersOnly],
      total: () => 0,
    })
    for (const row of rows as RecalledCustomer[]) {
      if (search && !fits(row, search)) continue
      const key = identity(row)
      if (!found.has(key)) found.set(key, row)
      if (found.size === recalled) return [...found.values()]
    }
    if (!next) break
    page = { ...page, page: { limit: perStep, offset: 0, cursor: next } }
  }
  return [...found.values()]
}

import { eq, getTableColumns, sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import { orderLines, orderPayments, orders, organizations } from '@/db/schema'
import type { CheckedFilter } from '@/lib/query/checked'
import type { ColumnMap } from '@/lib/query/column-map'
import { listQuery } from '@/lib/query/list-query'
import { type ListSource, listSource } from '@/lib/query/list-source'
import type { SortKey } from '@/lib/query/order-by'
import { runList } from '@/lib/query/run-list'
import { orderCoreResource } from '@/lib/resources/order-core'
import type { Resource } from '@/lib/resources/resource'
import { asOrder, type Order } from './order'
import { axisValues, type Branch, type WordTree } from './projection'

const columns: ColumnMap<typeof orderCoreResource> = {
  table: orders,
  id: orders.id,
  scopedBy: orders.organizationId,
  fields: {
    id: orders.id,
    number: orders.number,
    version: orders.version,
    organization: orders.organizationId,
    storeNumber: sql`(select ${organizations.storeNumber} from ${organizations} where ${organizations.id} = ${orders.organizationId})`,
    status: orders.status,
    placement: orders.placement,
    paymentStatus: orders.paymentStatus,
    fulfillmentStatus: orders.fulfillmentStatus,
    disputeStatus: orders.disputeStatus,
    currency: orders.currency,
    totalPrice: orders.totalPrice,
    totalQuantity: sql`(select sum(${orderLines.quantity}) from ${orderLines} where ${orderLines.orderId} = ${orders.id} and ${eq(orderLines.removed, false)})`,
    userId: orders.userId,
    customerId: orders.customerId,
    customerReference: orders.customerReference,
    customerCode: sql`coalesce(${orders.customerReference}, 'CUST' || ${orders.customerId})`,
    legalEntityId: orders.legalEntityId,
    siteCode: orders.siteCode,
    restriction: orders.restriction,
    cartId: orders.cartId,
    quoteId: orders.quoteId,
    createdBy: orders.createdBy,
    splitKind: orders.splitKind,
    masterOrderId: orders.masterOrderId,
    externalId: orders.externalId,
    externalStatus: orders.externalStatus,
    paymentTransactionId: sql`(select ${orderPayments.transactionId} from ${orderPayments} where ${orderPayments.orderId} = ${orders.id})`,
    placedAt: orders.placedAt,
    deliveredAt: orders.deliveredAt,
    closedAt: orders.closedAt,
    lastStatusChangeAt: orders.lastStatusChangeAt,
    createdAt: orders.createdAt,
    updatedAt: orders.updatedAt,
  },
  lists: {},
}

/** The word of each row, for sorting by it. The words are the vocabulary's own constants. */
function wordExpression(tree: WordTree<string>): ReturnType<typeof sql> {
  if (typeof tree === 'string') return sql`${sql.raw(`'${tree.replaceAll("'", "''")}'`)}`
  const cases = axisValues(tree.axis).map((value) => {
    const condition =
      tree.axis === 'arrived'
        ? sql`${orders.deliveredAt} is ${sql.raw(value === 'yes' ? 'not null' : 'null')}`
        : sql`${orders[tree.axis]} = ${sql.raw(`'${value}'`)}`
    return sql`when ${condition} then ${wordExpression((tree as Branch<string>).cases[value]!)}`
  })
  return sql`case ${sql.join(cases, sql` `)} end`
}

/** A list of whole order rows, sortable by a vocabulary's `word` too. Make it once, at module level. */
export function orderCoreSource(words: WordTree<string>): ListSource {
  return listSource({
    resource: {
      ...orderCoreResource,
      fields: { ...orderCoreResource.fields, word: { type: 'string', label: 'Word', nullable: true } },
    } as Resource as typeof orderCoreResource,
    columns: { ...columns, fields: { ...columns.fields, word: wordExpression(words) } } as typeof columns,
    select: getTableColumns(orders),
  })
}

export type CoreQuery = {
  /** Absent: of every organization. */
  organizationId?: string
  filter?: CheckedFilter
  /** Ends with `number` or `id`, so that it is total. */
  sort: SortKey[]
  limit: number
  offset: number
  /** An exact total that is known already. */
  total?: number
}

/** One page of orders by offset, with the exact number of all that match. */
export async function findCoreOrders(
  db: Reader,
  source: ListSource,
  { organizationId, filter, sort, limit, offset, total }: CoreQuery,
): Promise<{ rows: Order[]; total: number }> {
  const query = listQuery(orderCoreResource, { filter, sort, sorted: true, page: { limit, offset } })
  const page = await runList(db, source, query, {
    scope: organizationId === undefined ? undefined : { column: orders.organizationId, value: organizationId },
    total: () => total,
  })
  return { rows: page.rows.map((row) => asOrder(row as unknown as typeof orders.$inferSelect)), total: page.total }
}

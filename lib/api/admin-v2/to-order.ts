import { productAlias } from '@/lib/catalog/find-by-reference'
import { toIso } from '@/lib/clock'
import { toDecimal } from '@/lib/money'
import { orderedOf } from '@/lib/orders/edit-lines'
import { lineAmounts } from '@/lib/orders/line-amounts'
import type { Order, OrderLine } from '@/lib/orders/order'
import { wordOf } from '@/lib/orders/projection'
import type { VendorMetadata } from '@/lib/orders/vendor-metadata'
import { type Contest, standingLines, type WholeOrder } from '@/lib/orders/whole-order'
import type { StoreContest, StoreOrder } from './schemas'
import { storePaymentStatus, storeWords } from './status'

/** What a line keeps for this contract alone. */
export type LineDetails = {
  externalId?: string
  orderProductExternalId?: string
  barcode?: string
  category?: string
  thumbnail?: string
  weight?: number
  taxCode?: string
}

export const detailsOf = (line: OrderLine): LineDetails => (line.details ?? {}) as LineDetails

/** The code by which this contract knows a line's product from outside. */
export const externalIdOf = (line: OrderLine): string =>
  detailsOf(line).externalId ??
  line.productCode ??
  (line.productNumber === null ? '' : productAlias(line.productNumber))

const taxRates = (order: Order, line: OrderLine): string =>
  line.taxAmount === 0 ? '' : `${order.taxRateBasisPoints / 100}%: ${toDecimal(line.taxAmount, order.currency)}`

function factsOf(order: Order, line: OrderLine) {
  const { barcode = '', category = '', thumbnail = '', weight = 0, taxCode = '' } = detailsOf(line)
  return {
    name: line.productName,
    price: toDecimal(line.priceAmount, order.currency),
    barcode,
    category,
    thumbnail,
    weight,
    sku: line.sku,
    externalId: externalIdOf(line),
    taxCode,
    createdAt: toIso(order.createdAt),
    updatedAt: toIso(order.updatedAt),
  }
}

function amountsOf(order: Order, line: OrderLine) {
  const { net, tax, gross } = lineAmounts(line)
  const money = (minor: number) => toDecimal(minor, order.currency)
  return {
    quantity: line.quantity,
    subtotalPrice: money(net),
    totalPrice: money(gross),
    totalTax: money(tax),
    taxRates: taxRates(order, line),
  }
}

const snapshotOf = (order: Order, line: OrderLine) => ({
  id: line.productNumber ?? 0,
  productId: line.productNumber ?? 0,
  ...factsOf(order, line),
})

function toProduct(order: Order, line: OrderLine): NonNullable<StoreOrder['products']>[number] {
  return {
    id: line.id,
    productId: String(line.productNumber ?? 0),
    ...factsOf(order, line),
    isExternallyAdded: line.origin === 'ADDED',
    orderProductExternalId: detailsOf(line).orderProductExternalId ?? String(line.id),
    ...amountsOf(order, line),
  }
}

function lineStatus(line: OrderLine): 'ORIGINAL' | 'MODIFIED' | 'ADDED' | 'REMOVED' {
  if (line.removed) return 'REMOVED'
  if (line.origin === 'ADDED') return 'ADDED'
  const { quantity, priceAmount } = orderedOf(line)
  return quantity === line.quantity && priceAmount === line.priceAmount ? 'ORIGINAL' : 'MODIFIED'
}

function toLineItem(order: Order, line: OrderLine): NonNullable<StoreOrder['lineItems']>[number] {
  return {
    isExternallyAdded: line.origin === 'ADDED',
    ...amountsOf(order, line),
    price: toDecimal(line.priceAmount, order.currency),
    externalId: externalIdOf(line),
    status: lineStatus(line),
    productSnapshot: snapshotOf(order, line),
  }
}

/** `transaction` and its newer twin; null when the order was never charged. */
export function toTransactions({ order, payment }: Pick<WholeOrder, 'order' | 'payment'>) {
  if (!payment && order.paymentStatus === 'NOT_PAID') return { transaction: null, paymentTransaction: null }
  const { transactionId: paymentTransactionId = null, refunded = false, tryRefundTimes = 0 } = payment ?? {}
  const common = { paymentTransactionId, refunded, tryRefundTimes }
  return {
    transaction: { ...common, paymentFailed: order.paymentStatus === 'FAILED' },
    paymentTransaction: { ...common, paymentStatus: storePaymentStatus[order.paymentStatus] },
  }
}

function toVendorMetadata(entries: readonly VendorMetadata[], version: number): StoreOrder['vendorMetadata'] {
  const shown = entries.filter((entry) => entry.orderVersion <= version)
  const groups = Map.groupBy(shown, (entry) => entry.vendor)
  return Object.fromEntries(
    [...groups].map(([vendor, rows]) => [vendor, rows.map(({ type, value }) => ({ type, value }))]),
  )
}

export type StoreContext = {
  storeId: number
  vendorMetadata: readonly VendorMetadata[]
  isLatest: boolean
  withProducts: boolean
  withContest: boolean
}

/** Ours to theirs: the AiFi order of spec other-order-apis A.5. */
export function toStoreOrder(whole: WholeOrder, context: StoreContext): StoreOrder {
  const { order } = whole
  const money = (minor: number) => toDecimal(minor, order.currency)
  const { contest } = whole
  return {
    id: order.number,
    version: order.version,
    isLatest: context.isLatest ? 1 : 0,
    createdAt: toIso(order.createdAt),
    updatedAt: toIso(order.updatedAt),
    customerId: String(order.customerId ?? 0),
    storeId: context.storeId,
    status: wordOf(storeWords, order),
    transactionId: order.transactionId,
    externalId: order.externalId,
    externalStatus: order.externalStatus as StoreOrder['externalStatus'],
    subtotalPrice: money(order.subtotalPrice),
    totalTax: money(order.totalTax),
    totalPrice: money(order.totalPrice),
    paidAt: toIso(order.paidAt),
    completedAt: order.placement === 'PLACED' ? toIso(order.placedAt) : null,
    draftCreatedAt: toIso(order.createdAt),
    notificationSentAt: toIso(order.notificationSentAt),
    extraText: order.extraText,
    sessionId: null,
    ...toTransactions(whole),
    ...(context.withProducts
      ? {
          products: standingLines(whole).map((line) => toProduct(order, line)),
          lineItems: whole.lines.map((line) => toLineItem(order, line)),
        }
      : {}),
    ...(context.withContest
      ? { contest: contest && contest.deletedAt === null ? toContest(contest, whole) : null }
      : {}),
    vendorMetadata: toVendorMetadata(context.vendorMetadata, order.version),
    session: null,
  }
}

const contestWords = { CONTESTED: 'contested', REVIEWED: 'reviewed' } as const satisfies Record<
  Contest['status'],
  string
>

/** Ours to theirs: a contest (A.8), with the lines as they are now. */
export function toContest(contest: Contest, whole: Pick<WholeOrder, 'order' | 'lines' | 'payment'>): StoreContest {
  const { order } = whole
  const money = (minor: number) => toDecimal(minor, order.currency)
  const lineOf = new Map(whole.lines.map((line) => [line.id, line]))
  return {
    id: contest.id,
    orderId: String(order.number),
    orderVersion: contest.orderVersion,
    sessionId: null,
    message: contest.message,
    fromOperator: contest.fromOperator,
    status: contestWords[contest.status],
    contestedTotalPrice: money(contest.contestedTotalPrice),
    reviewedTotalPrice: contest.reviewedTotalPrice === null ? null : money(contest.reviewedTotalPrice),
    originalTotalPrice: money(contest.originalTotalPrice),
    createdAt: toIso(contest.createdAt),
    updatedAt: toIso(contest.updatedAt),
    deletedAt: toIso(contest.deletedAt),
    items: contest.items.flatMap((item) => {
      const line = lineOf.get(item.lineId)
      if (!line) return []
      return {
        id: line.id,
        productId: line.productNumber ?? 0,
        name: line.productName,
        price: money(line.priceAmount),
        thumbnail: detailsOf(line).thumbnail ?? '',
        productSnapshot: snapshotOf(order, line),
        originalQuantity: item.originalQuantity,
        contestedQuantity: item.contestedQuantity,
        reviewedQuantity: item.reviewedQuantity,
      }
    }),
    transaction: toTransactions(whole).transaction,
  }
}

import type { Tx } from '@/db'
import { findVariantsByReference } from '@/lib/catalog/find-by-reference'
import type { SellableVariant } from '@/lib/catalog/find-sellable'
import { replaceLines } from '@/lib/orders/edit-lines'
import type { Order } from '@/lib/orders/order'
import { isPaid, putPayment, withPayment } from '@/lib/orders/payment'
import { wordOf } from '@/lib/orders/projection'
import { takeNumbers } from '@/lib/orders/take-numbers'
import { type Act, type WholeOrder, withOrder } from '@/lib/orders/whole-order'
import { catalogReferences, readProducts } from './read-products'
import type { StorePatch } from './schemas'
import { storeWords } from './status'
import { storeVerbs, writePaymentStatus, writeStoreStatus } from './write-status'

/** Numbers and catalog entries an act may need, taken beforehand because acts are pure. */
export type Supplies = {
  contestId: number
  lineIds: readonly number[]
  catalog: ReadonlyMap<string, SellableVariant>
}

/** Whether a patch opens a contest. */
const opensContest = (order: Order, patch: StorePatch): boolean =>
  patch.status === 'contested' &&
  patch.paymentTransaction?.paymentStatus === undefined &&
  wordOf(storeWords, order) !== 'contested'

/** Takes what a patch of this order may need. */
export async function suppliesFor(tx: Tx, order: Order, patch: StorePatch): Promise<Supplies> {
  const { products = [] } = patch
  const { contestIds, lineIds } = await takeNumbers(tx, {
    contests: opensContest(order, patch) ? 1 : 0,
    lines: products.length,
  })
  const catalog = await findVariantsByReference(tx, order.organizationId, catalogReferences(products))
  return { contestId: contestIds[0] ?? 0, lineIds, catalog }
}

/** The verb the history shows. */
export function verbOf({ status, paymentTransaction }: StorePatch): string {
  if (paymentTransaction?.paymentStatus) return 'correct'
  if (status) return storeVerbs[status]
  return paymentTransaction?.refunded ? 'refund' : 'update'
}

/** `refunded` turns a paid payment into a refunded one, and back; of any other it is only kept (A.3). */
function withRefund(whole: WholeOrder, refunded: boolean, at: number): WholeOrder {
  const { paymentStatus } = whole.order
  if (refunded && isPaid(paymentStatus)) return putPayment(whole, 'REFUNDED', at)
  if (!refunded && paymentStatus === 'REFUNDED') return putPayment(whole, 'PAID', at)
  return withPayment(whole, { refunded }, at)
}

/**
 * What a PATCH of the AiFi contract does (spec other-order-apis A.3, D.6): facts, products, then the payment status or
 * else the status, then the refund; all in one version.
 */
export const patchAct =
  (patch: StorePatch, supplies: Supplies): Act =>
  (stored, at) => {
    const { transactionId, externalId, externalStatus, products, paymentTransaction = {}, status } = patch
    let whole = withOrder(stored, {
      ...(transactionId === undefined ? {} : { transactionId }),
      ...(externalId === undefined ? {} : { externalId }),
      ...(externalStatus === undefined ? {} : { externalStatus }),
    })
    if (products) {
      const { edits, added } = readProducts(whole, products, supplies.catalog, supplies.lineIds)
      whole = replaceLines(whole, edits, added)
    }
    const { paymentTransactionId, tryRefundTimes, paymentStatus, refunded } = paymentTransaction
    const facts = {
      ...(paymentTransactionId === undefined ? {} : { transactionId: paymentTransactionId }),
      ...(tryRefundTimes === undefined ? {} : { tryRefundTimes }),
    }
    if (Object.keys(facts).length > 0) whole = withPayment(whole, facts, at)
    if (paymentStatus) whole = writePaymentStatus(paymentStatus)(whole, at)
    else if (status) whole = writeStoreStatus(status, supplies.contestId)(whole, at)
    return refunded === undefined ? whole : withRefund(whole, refunded, at)
  }

/**
 * Running the checkout again (A.6): the payment is under way anew. Money that was taken is not taken twice.
 * Undefined when there is nothing to retry.
 */
export function retryAct(order: Order): Act | undefined {
  const { paymentStatus, externalStatus, status } = order
  const open = paymentStatus === 'NOT_PAID' || paymentStatus === 'FAILED'
  if (status === 'CANCELED' || (!open && externalStatus === 'ok')) return undefined
  return (whole, at) => {
    const charged = open ? putPayment(whole, 'PROCESSING', at) : whole
    return withOrder(charged, { externalStatus: 'ok' })
  }
}

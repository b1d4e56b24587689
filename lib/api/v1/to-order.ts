import { productAlias } from '@/lib/catalog/find-by-reference'
import { toIso } from '@/lib/clock'
import { customerAlias } from '@/lib/customers/resolve-customer'
import { toMajor } from '@/lib/money'
import type { Order, OrderLine } from '@/lib/orders/order'
import { wordOf } from '@/lib/orders/projection'
import { publicNumber } from '@/lib/orders/public-number'
import type { GenericOrder } from './schemas'
import { genericWords } from './status'

/** How the generic contract names a line's product (spec other-order-apis D.9). */
export const productCode = (line: OrderLine): string =>
  line.productCode ?? (line.productNumber === null ? line.productId || line.sku : productAlias(line.productNumber))

export const customerCode = (order: Order): string =>
  order.customerReference ?? (order.customerId === null ? 'ANONYMOUS' : customerAlias(order.customerId))

/** Ours to theirs: the generic order of spec other-order-apis B.3. Lists leave the address out. */
export function toGenericOrder(order: Order, lines: readonly OrderLine[], withAddress: boolean): GenericOrder {
  return {
    orderId: publicNumber('ORD', order),
    customerId: customerCode(order),
    status: wordOf(genericWords, order),
    totalAmount: toMajor(order.totalPrice, order.currency),
    currency: order.currency,
    createdAt: toIso(order.createdAt),
    updatedAt: toIso(order.updatedAt),
    ...(withAddress && order.shippingAddress ? { shippingAddress: order.shippingAddress } : {}),
    items: lines
      .filter((line) => !line.removed)
      .map((line) => ({
        productId: productCode(line),
        quantity: line.quantity,
        price: toMajor(line.priceAmount, order.currency),
      })),
  }
}

import { productAlias } from '@/lib/catalog/find-by-reference'
import { toIso } from '@/lib/clock'
import { toMajor } from '@/lib/money'
import { orderedOf } from '@/lib/orders/edit-lines'
import { type LineAmounts, lineAmounts, unitAmounts } from '@/lib/orders/line-amounts'
import type { Order, OrderLine } from '@/lib/orders/order'
import { isPaid } from '@/lib/orders/payment'
import { wordOf } from '@/lib/orders/projection'
import type { SplitNumbers } from '@/lib/orders/split-numbers'
import { standingLines, type WholeOrder } from '@/lib/orders/whole-order'
import type { Organization } from '@/lib/organizations/organization'
import type { SalesOrder, TenantOrder } from './schemas'
import { tenantPaymentStatus, tenantWords } from './status'

export type TenantContext = {
  organization: Organization
  split: SplitNumbers | undefined
  /** Where the schema of `mixins.core` can be read. */
  coreSchemaUrl: string
}

/** Absent rather than null: what nobody said is not in the answer. */
const given = <T extends Record<string, unknown>>(members: T) =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null && value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>
  }

/** The one tax rate of lines, in percent; undefined when they are taxed differently. */
function rateOf(order: Order, lines: readonly OrderLine[]): number | undefined {
  const taxed = lines.filter((line) => line.taxable).length
  if (taxed === 0) return 0
  return taxed === lines.length ? order.taxRateBasisPoints / 100 : undefined
}

function priceOf({ net, tax, gross }: LineAmounts, currency: string, taxRate: number | undefined) {
  return {
    netValue: toMajor(net, currency),
    grossValue: toMajor(gross, currency),
    taxValue: toMajor(tax, currency),
    ...(taxRate === undefined ? {} : { taxRate }),
  }
}

const codeOf = (line: OrderLine): string =>
  line.productCode ?? (line.productNumber === null ? line.sku : productAlias(line.productNumber))

/** The catalog keeps one name per product: every language of the organization has it. */
const localizedName = (name: string, { country }: Organization): Record<string, string> =>
  country === 'JP' ? { ja: name, en: name } : { en: name }

function toEntry(order: Order, line: OrderLine, organization: Organization): TenantOrder['entries'][number] {
  const { currency } = order
  const quantity = line.removed ? 0 : line.quantity
  const rate = line.taxable ? order.taxRateBasisPoints / 100 : 0
  const whole = lineAmounts({ ...line, quantity })
  const ordered = orderedOf(line)
  return {
    id: String(line.id),
    amount: quantity,
    orderedAmount: ordered.quantity,
    effectiveQuantity: quantity,
    unitPrice: toMajor(line.priceAmount, currency),
    totalPrice: toMajor(whole.gross, currency),
    calculatedUnitPrice: priceOf(unitAmounts(line, order.taxRateBasisPoints), currency, rate),
    calculatedPrice: { price: priceOf(whole, currency, rate), finalPrice: priceOf(whole, currency, rate) },
    price: {
      effectiveAmount: toMajor(line.priceAmount, currency),
      originalAmount: toMajor(ordered.priceAmount, currency),
      currency,
    },
    product: {
      id: line.productId,
      sku: line.sku,
      code: codeOf(line),
      name: line.productName,
      localizedName: localizedName(line.productName, organization),
      productType: 'BASIC',
      ...(line.vendorId ? { vendor: { id: line.vendorId } } : {}),
    },
  }
}

/** An address with its required members, when anything of it is known (spec other-order-apis D.11). */
function toAddress(address: Record<string, unknown> | null, contactName: string): TenantOrder['shippingAddress'] {
  if (!address || Object.values(address).every((part) => part === '' || part == null)) return undefined
  const required = { contactName, street: '', city: '', zipCode: '', country: '' }
  return { ...required, ...given(address) }
}

function toPayments({ order, payment }: WholeOrder): TenantOrder['payments'] {
  if (!payment && order.paymentStatus === 'NOT_PAID') return []
  const { currency, paymentStatus } = order
  const taken = isPaid(paymentStatus)
  const refunded = payment?.refundedAmount ?? 0
  const held = taken || paymentStatus === 'AUTHORIZED'
  return [
    {
      status: tenantPaymentStatus[paymentStatus],
      method: payment?.method ?? 'external',
      ...given({ provider: payment?.provider, transactionId: payment?.transactionId }),
      currency,
      paidAmount: toMajor(taken ? (payment?.paidAmount ?? order.totalPrice) : 0, currency),
      authorizedAmount: toMajor(held ? (payment?.authorizedAmount ?? order.totalPrice) : 0, currency),
      ...(refunded > 0 ? { refundAmount: toMajor(refunded, currency) } : {}),
    },
  ]
}

const toShipments = ({ shipments }: WholeOrder): TenantOrder['shipments'] =>
  shipments.map((shipment) => ({
    shippedDate: toIso(shipment.shippedAt),
    carrier: shipment.carrier,
    ...given({ trackingNumber: shipment.trackingNumber, expectDeliveryOn: toIso(shipment.expectedAt) }),
  }))

function toSplit(order: Order, split: SplitNumbers | undefined) {
  if (order.splitKind === 'MASTER_ORDER') {
    return {
      orderType: 'MASTER_ORDER' as const,
      splitInfo: { splitBy: 'VENDOR_ID' as const },
      subOrders: (split?.suborders ?? []).map((number) => `EON${number}`),
    }
  }
  if (order.splitKind === 'SUB_ORDER') {
    return {
      orderType: 'SUB_ORDER' as const,
      splitInfo: { splitBy: 'VENDOR_ID' as const, uniqueValue: order.splitValue },
      ...(split?.master == null ? {} : { masterOrder: `EON${split.master}` }),
    }
  }
  return { orderType: null }
}

function toPrices(order: Order, lines: readonly OrderLine[]) {
  const { currency } = order
  const major = (minor: number) => toMajor(minor, currency)
  const rate = rateOf(order, lines)
  const price = priceOf({ net: order.subtotalPrice, tax: order.totalTax, gross: order.totalPrice }, currency, rate)
  const none = { netValue: 0, grossValue: 0, taxValue: 0 }
  const groups = Map.groupBy(lines, (line) => line.taxable)
  const aggregate = [...groups].map(([taxable, members]) => {
    const sums = members.map(lineAmounts)
    const sum = (of: keyof LineAmounts) => sums.reduce((total, amounts) => total + amounts[of], 0)
    const amounts = { net: sum('net'), tax: sum('tax'), gross: sum('gross') }
    return { amounts, rate: taxable ? order.taxRateBasisPoints / 100 : 0 }
  })
  return {
    calculatedPrice: {
      price,
      totalShipping: none,
      finalPrice: {
        ...price,
        taxAggregate: { lines: aggregate.map((line) => priceOf(line.amounts, currency, line.rate)) },
      },
    },
    subTotalPrice: major(order.subtotalPrice),
    totalPrice: major(order.totalPrice),
    totalAuthorizedAmount: major(order.totalPrice),
    shipping: { total: { amount: 0, currency }, lines: [] },
    tax: {
      lines: aggregate.map(({ amounts, rate }, i) => ({
        amount: major(amounts.tax),
        currency,
        sequenceId: String(i + 1),
        inclusive: false,
        rate,
        taxable: major(amounts.net),
      })),
      total: { amount: major(order.totalTax), currency, inclusive: false },
    },
  }
}

/** Ours to theirs: the Emporix order of spec other-order-apis C.7. */
export function toTenantOrder(whole: WholeOrder, context: TenantContext): TenantOrder {
  const { order } = whole
  const { organization } = context
  const standing = standingLines(whole)
  // The contract wants an entry at least; an order whose every line was removed shows them with nothing left.
  const lines = standing.length > 0 ? standing : whole.lines
  return {
    id: `EON${order.number}`,
    status: wordOf(tenantWords, order),
    created: toIso(order.createdAt),
    ...given({ completed: toIso(order.closedAt) }),
    lastStatusChange: toIso(order.lastStatusChangeAt),
    restriction: order.restriction,
    ...given({ cartId: order.cartId }),
    ...(order.vendorId ? { vendor: { id: order.vendorId } } : {}),
    ...toSplit(order, context.split),
    entries: lines.map((line) => toEntry(order, line, organization)),
    discounts: [],
    customer: {
      id: order.userId ?? order.customerReference ?? 'ANONYMOUS',
      name: order.customerName,
      email: order.customerEmail,
    },
    ...given({ siteCode: order.siteCode }),
    countryCode: organization.country,
    ...given({
      billingAddress: toAddress(order.billingAddress, order.customerName),
      shippingAddress: toAddress(order.shippingAddress, order.customerName),
    }),
    payments: toPayments(whole),
    shipments: toShipments(whole),
    ...toPrices(order, standing),
    currency: order.currency,
    metadata: {
      version: order.version,
      modifiedAt: toIso(order.updatedAt),
      mixins: { core: context.coreSchemaUrl },
    },
    mixins: {
      ...order.mixins,
      core: {
        orderStatus: order.status,
        placement: order.placement,
        paymentStatus: order.paymentStatus,
        fulfillmentStatus: order.fulfillmentStatus,
        disputeStatus: order.disputeStatus,
        cancelReason: order.cancelReason,
        externalId: order.externalId,
      },
    },
    ...given({ legalEntityId: order.legalEntityId }),
  }
}

/** The same as a company sees it (C5, C6). */
export const toSalesOrder = (whole: WholeOrder, context: TenantContext): SalesOrder => ({
  ...toTenantOrder(whole, context),
  ...given({ quoteId: whole.order.quoteId, createdBy: whole.order.createdBy, channel: whole.order.channel }),
})

import type { SellableVariant } from '@/lib/catalog/find-sellable'
import { AppError, badArgument } from '@/lib/errors'
import { renderLine } from './compose-order'
import type { OrderLine } from './order'
import { computeTotals } from './totals'
import { standingLines, type WholeOrder, withOrder } from './whole-order'

/** A line's quantity and price as they were first ordered, kept when they are changed. */
export type Ordered = { quantity: number; priceAmount: number }

/** What was ordered of a line, whatever was corrected since. */
export const orderedOf = (line: OrderLine): Ordered =>
  (line.details?.ordered as Ordered | undefined) ?? { quantity: line.quantity, priceAmount: line.priceAmount }

/** A change of one line; a quantity of 0 removes it. Amounts are minor units. */
export type LineEdit = { lineId: number; quantity: number; priceAmount?: number }

function edited(line: OrderLine, edit: LineEdit): OrderLine {
  if (edit.quantity === 0) return line.removed ? line : { ...line, removed: true }
  const priceAmount = edit.priceAmount ?? line.priceAmount
  if (!line.removed && line.quantity === edit.quantity && line.priceAmount === priceAmount) return line
  const details = { ...line.details, ordered: orderedOf(line) }
  return { ...line, removed: false, quantity: edit.quantity, priceAmount, details }
}

/**
 * Puts other lines in an order's place of its lines and works the totals out again, at the tax rate it was made with
 * (decision 46).
 * @throws AppError BadArgument when the total is beyond what an order can carry
 */
export function withLines(whole: WholeOrder, lines: readonly OrderLine[]): WholeOrder {
  const standing = lines.filter((line) => !line.removed)
  const { lineTaxes, ...totals } = computeTotals(standing, whole.order.taxRateBasisPoints)
  const taxes = new Map(standing.map((line, i) => [line.id, lineTaxes[i]!]))
  const taxed = lines.map((line) => ({ ...line, taxAmount: taxes.get(line.id) ?? 0 }))
  return withOrder(
    { ...whole, lines: taxed },
    { ...totals, lineItems: taxed.filter((line) => !line.removed).map(renderLine) },
  )
}

/**
 * Makes `edits` and `added` the order's complete list of lines: lines that are not named are removed, but kept.
 * @throws AppError BadArgument
 */
export function replaceLines(
  whole: WholeOrder,
  edits: readonly LineEdit[],
  added: readonly OrderLine[] = [],
): WholeOrder {
  const editOf = new Map(edits.map((edit) => [edit.lineId, edit]))
  const lines = whole.lines.map((line) => edited(line, editOf.get(line.id) ?? { lineId: line.id, quantity: 0 }))
  const unchanged = added.length === 0 && lines.every((line, i) => line === whole.lines[i])
  if (unchanged) return whole
  requireEditableLines(whole)
  return withLines(whole, [...lines, ...added])
}

/** A line that comes from outside; `variant` when the catalog knows it all the same. Amounts are minor units. */
export type AddedLine = {
  id: number
  quantity: number
  priceAmount: number
  name: string
  sku: string
  variant?: SellableVariant
  /** What only the surface it came from knows of it. */
  details: Record<string, unknown>
}

/** A line from outside is taxed as the catalog says, or else as the order's first line is. */
export function addedLine(whole: WholeOrder, added: AddedLine, offset: number): OrderLine {
  const { variant } = added
  const [first] = whole.lines
  return {
    id: added.id,
    orderId: whole.order.id,
    organizationId: whole.order.organizationId,
    position: whole.lines.length + offset,
    productId: variant?.productId ?? '',
    productNumber: variant?.productNumber ?? null,
    productCode: variant?.productCode ?? null,
    productName: added.name,
    variantId: variant?.variantId ?? '',
    variantTitle: variant?.variantTitle ?? '',
    sku: added.sku,
    priceAmount: added.priceAmount,
    taxable: variant?.priceTaxable ?? first?.taxable ?? false,
    taxIncluded: variant?.priceTaxIncluded ?? first?.taxIncluded ?? false,
    quantity: added.quantity,
    taxAmount: 0,
    origin: 'ADDED',
    removed: false,
    vendorId: null,
    details: added.details,
  }
}

/** What has left cannot become something else, unless that is what the dispute is about. @throws AppError Conflict */
export function requireEditableLines({ order }: WholeOrder): void {
  if (order.fulfillmentStatus === 'UNFULFILLED' || order.disputeStatus === 'CONTESTED') return
  throw new AppError(
    'Conflict',
    'The goods have left: the products of the order can change only while it is contested.',
    {
      target: 'fulfillmentStatus',
    },
  )
}

/** What the order would cost with other quantities. @throws AppError BadArgument for a line it does not have */
export function totalWith(whole: WholeOrder, quantities: ReadonlyMap<number, number>): number {
  const standing = standingLines(whole)
  for (const lineId of quantities.keys()) {
    if (!standing.some((line) => line.id === lineId)) {
      throw badArgument('RequestBody', `The order has no line ${lineId}.`, [
        { code: 'UnknownReference', target: 'items', message: `No line ${lineId}.` },
      ])
    }
  }
  const lines = standing.map((line) => ({ ...line, quantity: quantities.get(line.id) ?? line.quantity }))
  return computeTotals(
    lines.filter((line) => line.quantity > 0),
    whole.order.taxRateBasisPoints,
  ).totalPrice
}

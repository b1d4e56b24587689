import type { OrderLine } from './order'

/** What a line comes to, in minor units; net and tax add up to gross. */
export type LineAmounts = { net: number; tax: number; gross: number }

export function lineAmounts(
  line: Pick<OrderLine, 'priceAmount' | 'quantity' | 'taxAmount' | 'taxable' | 'taxIncluded'>,
): LineAmounts {
  const amount = line.priceAmount * line.quantity
  const inside = line.taxable && line.taxIncluded
  return inside
    ? { net: amount - line.taxAmount, tax: line.taxAmount, gross: amount }
    : { net: amount, tax: line.taxAmount, gross: amount + line.taxAmount }
}

/** The same for one piece, its tax rounded down by itself. */
export function unitAmounts(
  line: Pick<OrderLine, 'priceAmount' | 'taxable' | 'taxIncluded'>,
  taxRateBasisPoints: number,
): LineAmounts {
  const { priceAmount, taxable, taxIncluded } = line
  const price = BigInt(priceAmount)
  const rate = BigInt(taxRateBasisPoints)
  if (!taxable) return { net: priceAmount, tax: 0, gross: priceAmount }
  if (!taxIncluded) {
    const tax = Number((price * rate) / 10_000n)
    return { net: priceAmount, tax, gross: priceAmount + tax }
  }
  const tax = Number((price * rate) / (10_000n + rate))
  return { net: priceAmount - tax, tax, gross: priceAmount }
}

import { badArgument } from '@/lib/errors'

/** The largest amount an order may carry, in minor units (decision 4). */
export const maxAmount = 999_999_999_999

export type PricedLine = {
  /** Minor units per piece. */
  priceAmount: number
  quantity: number
  taxable: boolean
  taxIncluded: boolean
}

export type Totals = {
  subtotalPrice: number
  totalTax: number
  totalPrice: number
  /** Each line's part of `totalTax`, in the order of the lines; they add up to it exactly. */
  lineTaxes: number[]
}

/** Splits `whole` in proportion to `weights` by largest remainder, so that the parts add up exactly. */
function share(whole: bigint, weights: bigint[]): bigint[] {
  const sum = weights.reduce((a, b) => a + b, 0n)
  if (sum === 0n) return weights.map(() => 0n)
  const parts = weights.map((weight) => (whole * weight) / sum)
  let rest = whole - parts.reduce((a, b) => a + b, 0n)
  const byRemainder = weights
    .map((weight, i) => ({ i, remainder: (whole * weight) % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.i - b.i : a.remainder > b.remainder ? -1 : 1))
  for (const { i } of byRemainder) {
    if (rest === 0n) break
    parts[i] = parts[i]! + 1n
    rest -= 1n
  }
  return parts
}

/**
 * Subtotal, tax and total of an order, in minor units (spec nodeblocks 8, "Price and tax"): tax is rounded down once
 * per order, for prices without and with tax apart. `taxRateBasisPoints` is in hundredths of a percent.
 * @throws AppError BadArgument when an amount is beyond what an order can carry
 */
export function computeTotals(lines: readonly PricedLine[], taxRateBasisPoints: number): Totals {
  const rate = BigInt(taxRateBasisPoints)
  const amounts = lines.map((line) => BigInt(line.priceAmount) * BigInt(line.quantity))
  const sumOf = (belongs: (line: PricedLine) => boolean) =>
    lines.reduce((sum, line, i) => (belongs(line) ? sum + amounts[i]! : sum), 0n)
  const weightsOf = (belongs: (line: PricedLine) => boolean) =>
    lines.map((line, i) => (belongs(line) ? amounts[i]! : 0n))

  const taxOnTop = (line: PricedLine) => line.taxable && !line.taxIncluded
  const taxInside = (line: PricedLine) => line.taxable && line.taxIncluded
  const exclusive = sumOf(taxOnTop)
  const inclusive = sumOf(taxInside)
  const untaxed = sumOf((line) => !line.taxable)

  const exclusiveTax = (exclusive * rate) / 10_000n
  const inclusiveTax = (inclusive * rate) / (10_000n + rate)
  const tax = exclusiveTax + inclusiveTax
  const subtotal = untaxed + exclusive + (inclusive - inclusiveTax)
  const total = subtotal + tax
  if (total > BigInt(maxAmount)) {
    throw badArgument('RequestBody', `The order's total of ${total} is beyond ${maxAmount}.`, [
      { code: 'OutOfRange', target: 'items', message: `Totals go up to ${maxAmount}.` },
    ])
  }

  const onTop = share(exclusiveTax, weightsOf(taxOnTop))
  const inside = share(inclusiveTax, weightsOf(taxInside))
  return {
    subtotalPrice: Number(subtotal),
    totalTax: Number(tax),
    totalPrice: Number(total),
    lineTaxes: lines.map((_, i) => Number(onTop[i]! + inside[i]!)),
  }
}

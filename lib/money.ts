/** Money as text and as JSON numbers. Inside it is always an integer in the currency's minor unit (decision 4). */
const exponents = new Map<string, number>()

/** Digits of the minor unit by ISO 4217: JPY 0, USD 2, KWD 3. */
export function currencyExponent(currency: string): number {
  let exponent = exponents.get(currency)
  if (exponent === undefined) {
    exponent = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
    exponents.set(currency, exponent)
  }
  return exponent
}

/**
 * A JSON number in major units. Amounts stay below 10^12 minor units, so the quotient's shortest spelling is the
 * decimal itself.
 */
export const toMajor = (minor: number, currency: string): number => minor / 10 ** currencyExponent(currency)

/** A decimal with exactly the currency's digits: `2.15`, JPY `215`. */
export function toDecimal(minor: number, currency: string): string {
  const exponent = currencyExponent(currency)
  if (exponent === 0) return String(minor)
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0')
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`
}

/** A decimal text or a JSON number in minor units; undefined when it has more digits than the currency or is none. */
export function parseDecimal(value: string | number, currency: string): number | undefined {
  const exponent = currencyExponent(currency)
  const [, whole, fraction = ''] = /^(\d{1,12})(?:\.(\d{1,6}))?$/.exec(String(value)) ?? []
  if (whole === undefined) return undefined
  const significant = fraction.replace(/0{1,6}$/, '')
  if (significant.length > exponent) return undefined
  return Number(whole + significant.padEnd(exponent, '0'))
}

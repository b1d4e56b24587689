import { trimEndOf } from '@/lib/trim-ends'

/** Reading and writing whole numbers and money. Money is an integer in the currency's minor unit. */

/** A currency's sign, code or word before or behind the number. */
const sign = /^(-?)[\p{Sc}A-Z]{0,5}|[\p{Sc}A-Z円]{1,5}$/giu
const gaps = /[\s'’_]/g

/**
 * An amount as people write it, with or without the currency's sign and separators, also in full width: `¥1,200`,
 * `12.5`, `１２，０００円`. `digits` is the number of digits of the minor unit: JPY 0, USD 2, KWD 3. Undefined when it is
 * no number or has more digits than the currency.
 */
export function parseAmount(text: string, digits: number): number | undefined {
  const plain = text.normalize('NFKC').replace(/[−–—]/g, '-').replace(gaps, '').replace(sign, '$1')
  const { whole, fraction } = split(plain, digits) ?? {}
  if (whole === undefined || fraction === undefined) return undefined
  const significant = trimEndOf(fraction, '0')
  if (significant.length > digits) return undefined
  const minor = Number(whole + significant.padEnd(digits, '0'))
  return Number.isSafeInteger(minor) ? (minor === 0 ? 0 : minor) : undefined
}

/**
 * A point is the decimal sign, a comma parts thousands. Where that cannot be meant, the comma is the decimal sign:
 * `1.200,50` and, for a currency with two digits, `1200,5`.
 */
function split(plain: string, digits: number): { whole: string; fraction: string } | undefined {
  const english = /^(-?)(\d+|\d{1,3}(?:,\d{2,3})+)(?:\.(\d*))?$/.exec(plain)
  if (english) return { whole: english[1] + english[2]!.replaceAll(',', ''), fraction: english[3] ?? '' }
  const bare = /^(-?)\.(\d+)$/.exec(plain)
  if (bare) return { whole: `${bare[1]}0`, fraction: bare[2]! }
  const continental = /^(-?)(\d+|\d{1,3}(?:\.\d{3})+),(\d+)$/.exec(plain)
  if (continental && continental[3]!.length <= digits) {
    return { whole: continental[1] + continental[2]!.replaceAll('.', ''), fraction: continental[3]! }
  }
  return undefined
}

/** The amount with all the currency's digits and nothing else, as spreadsheets read it: `12.00`, JPY `1200`. */
export function printAmount(minor: number, digits: number): string {
  if (digits === 0) return String(minor)
  const text = String(Math.abs(minor)).padStart(digits + 1, '0')
  return `${minor < 0 ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

export type Rounding = 'nearest' | 'up' | 'down'

/**
 * An amount changed by a percentage, given in hundredths of a percent (10 % is 1000), then rounded to a multiple of
 * `step` minor units. Halves go up. Computed exactly, whatever the size.
 */
export function changePercent(minor: number, hundredths: number, step: number, rounding: Rounding): number {
  const numerator = BigInt(minor) * BigInt(10_000 + hundredths)
  const unit = 10_000n * BigInt(step)
  let steps = numerator / unit
  const rest = numerator - steps * unit
  if (rest < 0n) steps -= 1n
  const left = numerator - steps * unit
  if (left > 0n && (rounding === 'up' || (rounding === 'nearest' && left * 2n >= unit))) steps += 1n
  return Number(steps * BigInt(step))
}

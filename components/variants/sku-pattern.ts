import { trimEndsOf } from '@/lib/trim-ends'
import { type Combination, foldValue, type Option } from './combinations'

export const productToken = 'PRODUCT'
export const numberToken = 'N'

/** What a value becomes inside a SKU: capitals and digits of any script, everything else a hyphen. */
export const skuPart = (text: string) =>
  trimEndsOf(
    text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-'),
    '-',
  )

const tokens = /\{([^{}]*)\}/g

/** What may stand in braces: the product, a running number, and each option by its name. */
export const knownTokens = (options: readonly Option[]): string[] => [
  productToken,
  ...options.map(({ name }) => skuPart(name)).filter(Boolean),
  numberToken,
]

/** `{PRODUCT}-{COLOR}-{SIZE}` */
export const defaultPattern = (options: readonly Option[]): string =>
  [productToken, ...options.map(({ name }) => skuPart(name)).filter(Boolean)].map((token) => `{${token}}`).join('-')

/** Tokens of a pattern that mean nothing. */
export function unknownTokens(pattern: string, options: readonly Option[]): string[] {
  const known = new Set(knownTokens(options).map(foldValue))
  return [...pattern.matchAll(tokens)]
    .map(([, token]) => token!)
    .filter((token) => !known.has(foldValue(skuPart(token))) && !/^N:\d{1,2}$/i.test(token))
}

/**
 * The SKU of a combination; null where the pattern yields nothing. `{N}` is the running number from 1, `{N:3}` the
 * same with leading zeros.
 */
export function makeSku(
  pattern: string,
  product: string,
  options: readonly Option[],
  combination: Combination,
  number: number,
): string | null {
  const values = new Map<string, string>([[foldValue(productToken), skuPart(product)]])
  options.forEach(({ name }, i) => {
    values.set(foldValue(skuPart(name)), skuPart(combination[i]!))
  })
  const sku = pattern.replace(tokens, (_, token: string) => {
    const digits = /^N(?::(\d{1,2}))?$/i.exec(token)
    if (digits && !values.has(foldValue(token))) return String(number).padStart(Number(digits[1] ?? 1), '0')
    return values.get(foldValue(skuPart(token))) ?? ''
  })
  return sku.trim() || null
}

/** SKUs that more than one row would have. */
export function repeatedSkus(skus: readonly (string | null)[]): Set<string> {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const sku of skus) {
    if (!sku) continue
    if (seen.has(sku)) twice.add(sku)
    seen.add(sku)
  }
  return twice
}

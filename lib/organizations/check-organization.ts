import { badArgument, type DetailCode, type ErrorDetail } from '@/lib/errors'

/** What may be asked of an organization's own fields; those that are given are checked. */
type Given = {
  name?: string
  slug?: string
  storeNumber?: number
  country?: string
  currency?: string
  taxRateBasisPoints?: number
  timeZone?: string
}

function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    // Offsets such as +09:00 are accepted by the formatter, but are no IANA zones.
    return /^[A-Za-z]/.test(timeZone)
  } catch {
    return false
  }
}

/**
 * Holds an organization's fields against their rules: slug 3 to 16 of a-z and 0-9, ISO 3166 and 4217 codes, a tax rate
 * of 0 to 100 percent, an IANA zone.
 * @throws AppError BadArgument with one detail for each that is wrong
 */
export function requireWellFormed(given: Given): void {
  const details: ErrorDetail[] = []
  const check = (ok: boolean, target: string, message: string, code: DetailCode = 'InvalidFormat') => {
    if (!ok) details.push({ code, target, message })
  }
  const { name, slug, storeNumber, country, currency, taxRateBasisPoints: rate, timeZone } = given
  if (name !== undefined) check(name.trim() !== '', 'name', 'An organization needs a name.', 'NullValue')
  if (slug !== undefined) {
    check(/^[a-z][a-z0-9]{2,15}$/.test(slug), 'slug', `\`${slug}\` must be 3 to 16 of a-z and 0-9, a letter first.`)
  }
  if (storeNumber !== undefined) {
    const fits = Number.isInteger(storeNumber) && storeNumber > 0 && storeNumber < 2 ** 31
    check(fits, 'storeNumber', 'A store number is a whole number from 1 to 2147483647.', 'OutOfRange')
  }
  if (country !== undefined) {
    check(/^[A-Z]{2}$/.test(country), 'country', `\`${country}\` is not an ISO 3166 code such as JP.`)
  }
  if (currency !== undefined) {
    const known = Intl.supportedValuesOf('currency').includes(currency)
    check(known, 'currency', `\`${currency}\` is not an ISO 4217 code such as JPY.`)
  }
  if (rate !== undefined) {
    const fits = Number.isInteger(rate) && rate >= 0 && rate <= 10_000
    check(fits, 'taxRate', 'The tax rate is 0 to 100 percent with up to two decimals.', 'OutOfRange')
  }
  if (timeZone !== undefined) {
    check(isTimeZone(timeZone), 'timeZone', `\`${timeZone}\` is not an IANA time zone such as Asia/Tokyo.`)
  }
  if (details.length > 0) throw badArgument('RequestBody', details[0]!.message, details)
}

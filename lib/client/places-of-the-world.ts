/** Names of currencies, countries and time zones in the reader's language, as the browser knows them. */

export type Choice = { value: string; label: string }

const namesOf = (locale: string, type: 'currency' | 'region') =>
  new Intl.DisplayNames(locale, { type, fallback: 'none' })

/** Codes the browser has a name for that are no countries. */
const notCountries = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ'])

const kept = new Map<string, Choice[]>()

function keep(key: string, make: () => Choice[]): Choice[] {
  const found = kept.get(key) ?? make()
  kept.set(key, found)
  return found
}

const labelled = (names: Intl.DisplayNames, codes: readonly string[]): Choice[] =>
  codes.flatMap((value) => {
    const name = names.of(value)
    return name ? [{ value, label: `${value} · ${name}` }] : []
  })

export const currencies = (locale: string) =>
  keep(`currency ${locale}`, () => labelled(namesOf(locale, 'currency'), Intl.supportedValuesOf('currency')))

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

export const countries = (locale: string) =>
  keep(`region ${locale}`, () => {
    const codes = [...letters].flatMap((one) => [...letters].map((other) => one + other))
    return labelled(
      namesOf(locale, 'region'),
      codes.filter((code) => !notCountries.has(code)),
    )
  })

export const timeZones = () =>
  keep('zone', () => ['UTC', ...Intl.supportedValuesOf('timeZone')].map((value) => ({ value, label: value })))

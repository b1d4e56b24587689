/**
 * Dates, numbers and money as the reader's language writes them, in the organization's zone and currency. Every
 * function takes what it needs and keeps its `Intl` object, because making one costs more than using it.
 */
const kept = new Map<string, unknown>()

function keep<T>(key: string, make: () => T): T {
  const found = kept.get(key)
  if (found !== undefined) return found as T
  const made = make()
  kept.set(key, made)
  return made
}

const dateTimeFormat = (locale: string, options: Intl.DateTimeFormatOptions) =>
  keep(`date ${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options))

const numberFormat = (locale: string, options: Intl.NumberFormatOptions) =>
  keep(`number ${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options))

const relativeFormat = (locale: string) =>
  keep(`relative ${locale}`, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))

export const formatNumber = (locale: string, value: number) => numberFormat(locale, {}).format(value)

/** How many digits the currency's minor unit has: JPY 0, USD 2, KWD 3. */
export function minorDigits(currency: string): number {
  return numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}

/** An integer in minor units, with its currency's sign: `¥1,200`, `$12.00`. */
export const formatMoney = (locale: string, currency: string, minor: number) =>
  numberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(
    minor / 10 ** minorDigits(currency),
  )

/** The same without the sign, for columns whose head names the currency. */
export function formatAmount(locale: string, currency: string, minor: number) {
  const digits = minorDigits(currency)
  return numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    minor / 10 ** digits,
  )
}

/** `Nov 21, 2025, 10:30`: exact, in the given zone. */
export const formatInstant = (locale: string, timeZone: string, iso: string) =>
  dateTimeFormat(locale, {
    timeZone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(iso))

/** `Nov 21, 2025`, in the given zone. */
export const formatDate = (locale: string, timeZone: string, iso: string) =>
  dateTimeFormat(locale, { timeZone, year: 'numeric', month: 'short', day: 'numeric' }).format(new Date(iso))

/** `today 10:30 (JST)`, `yesterday 10:30 (JST)`, `Nov 19, 2025, 10:30 (JST)`. */
export function formatMoment(locale: string, timeZone: string, iso: string, nowMs: number) {
  const days = daysAgo(timeZone, iso, nowMs)
  const zone = zoneName(locale, timeZone, iso)
  if (days > 1) return `${formatInstant(locale, timeZone, iso)} (${zone})`
  return `${relativeFormat(locale).format(-days, 'day')} ${formatTime(locale, timeZone, iso)} (${zone})`
}

export const formatTime = (locale: string, timeZone: string, iso: string) =>
  dateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(iso))

/** `Friday, November 21`, with the year when it is another one. */
export function formatDay(locale: string, timeZone: string, iso: string, nowMs: number) {
  const sameYear = dayKey(timeZone, iso).slice(0, 4) === dayKey(timeZone, new Date(nowMs).toISOString()).slice(0, 4)
  return dateTimeFormat(locale, {
    timeZone,
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(new Date(iso))
}

/** `2025-11-21` in the zone: what days are grouped by. */
export const dayKey = (timeZone: string, iso: string) =>
  dateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(iso))

const dayMs = 86_400_000

/** 0 for today and what is to come, 1 for yesterday, by the calendar of the zone. */
export const daysAgo = (timeZone: string, iso: string, nowMs: number) =>
  Math.max(0, (Date.parse(dayKey(timeZone, new Date(nowMs).toISOString())) - Date.parse(dayKey(timeZone, iso))) / dayMs)

/**
 * `JST`, `EST`. A language knows the abbreviations of its own countries only and says `GMT+9` otherwise, so others are
 * asked before that is taken.
 */
export function zoneName(locale: string, timeZone: string, iso: string): string {
  const names = [locale, 'en-US', 'ja-JP', 'en-GB', 'en-AU', 'en-IN'].map((each) => {
    const parts = dateTimeFormat(each, { timeZone, timeZoneName: 'short' }).formatToParts(new Date(iso))
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  })
  return names.find((name) => !/[+-]\d/.test(name)) ?? names[0]!
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** `3 hours ago`; within the last minute `now`. */
export function formatRelative(locale: string, iso: string, nowMs: number) {
  const seconds = (Date.parse(iso) - nowMs) / 1000
  const format = relativeFormat(locale)
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', Number.POSITIVE_INFINITY]
  return size === Number.POSITIVE_INFINITY
    ? format.format(0, 'second')
    : format.format(Math.trunc(seconds / size), unit)
}

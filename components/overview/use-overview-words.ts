'use client'

import { formatMoney, formatNumber, minorDigits } from '@/lib/client/format'
import { useOverviewMessages } from '@/lib/client/messages/areas/overview'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { Bucket, Span } from '@/lib/client/overview'

const asDate = (day: string) => new Date(`${day}T00:00:00Z`)

/** How the overview writes days, ages, shares and money that has little room. */
export function useOverviewWords(currency: string) {
  const { locale } = useLanguage()
  const m = useOverviewMessages()
  const date = (day: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(asDate(day))
  const short = (day: string) => date(day, { month: 'short', day: 'numeric' })
  const long = (day: string) => date(day, { weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' })
  return {
    short,
    long,
    range: ({ from, to }: Span) =>
      from === to
        ? long(from)
        : m.range({ from: date(from, { dateStyle: 'medium' }), to: date(to, { dateStyle: 'medium' }) }),
    bucket: ({ from, to }: Bucket) => (from === to ? long(from) : m.range({ from: short(from), to: long(to) })),
    number: (value: number) => formatNumber(locale, value),
    compact: (value: number) => new Intl.NumberFormat(locale, { notation: 'compact' }).format(value),
    money: (minor: number) => formatMoney(locale, currency, minor),
    compactMoney: (minor: number) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        notation: 'compact',
        minimumFractionDigits: 0,
        maximumFractionDigits: 1,
      }).format(minor / 10 ** minorDigits(currency)),
    percent: (share: number) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: share < 0.1 ? 1 : 0 }).format(share),
    age: (fromHours: number, toHours: number | null) => {
      const inDays = fromHours % 24 === 0 && fromHours >= 24
      if (toHours === null) return inDays ? m.overDays({ from: fromHours / 24 }) : m.overHours({ from: fromHours })
      if (fromHours === 0) return m.underHours({ to: toHours })
      return inDays && toHours % 24 === 0
        ? m.days({ from: fromHours / 24, to: toHours / 24 })
        : m.hours({ from: fromHours, to: toHours })
    },
  }
}

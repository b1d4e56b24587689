'use client'

import { formatDate, formatInstant, formatNumber, minorDigits } from '@/lib/client/format'
import { useFilterMessages } from '@/lib/client/messages/areas/filter'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { Chip } from '@/lib/query/url'
import { isRelativeDate } from '@/lib/relative-date'
import type { Field, Resource } from '@/lib/resources/resource'

/** What chips and their editors need to know of a list's fields. */
export type FieldWords = {
  resource: Resource
  fieldLabel: (path: string) => string
  valueLabel: (path: string, value: string) => string
  timeZone: string
  /** Fields that hold minor units, and of which currency. */
  money?: { currency: string; fields: readonly string[] }
}

/** The field a path means; of what is below an open one that one. */
export function fieldOf(resource: Resource, path: string): Field | undefined {
  const exact = resource.fields[path]
  if (exact) return exact
  const open = Object.keys(resource.fields).find(
    (name) => resource.fields[name]!.type === 'open' && path.startsWith(`${name}.`),
  )
  return open ? resource.fields[open] : undefined
}

/** Stretches of days that have a name: from the first to before the second. */
export const periods: Record<string, readonly [from: string, until?: string]> = {
  today: ['@today'],
  yesterday: ['@today-1d', '@today'],
  last7: ['@today-6d'],
  last30: ['@today-29d'],
  week: ['@week'],
  month: ['@month'],
  lastMonth: ['@month-1m', '@month'],
}

export const periodOf = (chip: Chip): string | undefined => {
  const [from, until] = chip.values
  if (chip.operator !== 'within' && chip.operator !== 'ge') return undefined
  return Object.keys(periods).find((name) => {
    const [first, second] = periods[name]!
    return first === from && second === (chip.operator === 'ge' ? undefined : until)
  })
}

/** How many days, today among them: of `ge @today-6d` 7. */
export const lastDaysOf = ({ operator, values }: Chip): number | undefined => {
  const match = operator === 'ge' && /^@today-(\d+)d$/.exec(String(values[0]))
  return match ? Number(match[1]) + 1 : undefined
}

const dayMs = 86_400_000

/** A chip in words: the field, and what is asked of it. */
export function useChipText({ resource, fieldLabel, valueLabel, timeZone, money }: FieldWords) {
  const { locale } = useLanguage()
  const m = useFilterMessages()
  const date = (value: string) => {
    if (isRelativeDate(value)) return m.relative[value] ?? value
    const isMidnight = formatInstant('en-GB', timeZone, value).endsWith('00:00')
    return isMidnight ? formatDate(locale, timeZone, value) : formatInstant(locale, timeZone, value)
  }
  return (chip: Chip): { name: string; text: string } => {
    const { path, operator, values } = chip
    const name = fieldLabel(path)
    const field = fieldOf(resource, path)
    const shown = (value: string | number | boolean) => {
      if (typeof value === 'boolean') return value ? m.yes : m.no
      if (typeof value === 'number') {
        if (!money?.fields.includes(path)) return formatNumber(locale, value)
        return formatNumber(locale, value / 10 ** minorDigits(money.currency))
      }
      if (field?.type === 'date') return date(value)
      return field?.type === 'enum' ? valueLabel(path, value) : value
    }
    if (operator === 'present' || operator === 'absent') return { name, text: m.operators[operator]! }
    if (field?.type === 'date') {
      const period = periodOf(chip)
      if (period) return { name, text: m.periods[period]! }
      const days = lastDaysOf(chip)
      if (days !== undefined) return { name, text: m.lastDays({ days }) }
      if (operator === 'within') {
        const [from, until] = values.map(String)
        const last = isRelativeDate(until!) ? until! : new Date(Date.parse(until!) - dayMs / 2).toISOString()
        const day = (iso: string) => (isRelativeDate(iso) ? date(iso) : formatDate(locale, timeZone, iso))
        const [first, second] = [day(from!), day(last)]
        return { name, text: first === second ? m.on({ day: first }) : m.fromTo({ from: first, to: second }) }
      }
    }
    if (operator === 'between') return { name, text: m.fromTo({ from: shown(values[0]!), to: shown(values[1]!) }) }
    const list = values.map(shown).join(', ')
    const word = field?.type === 'date' ? m.dateOperators[operator] : undefined
    const single =
      values.length === 1 && operator === 'in' ? 'eq' : values.length === 1 && operator === 'notIn' ? 'ne' : operator
    return { name, text: `${word ?? m.operators[single] ?? operator} ${list}` }
  }
}

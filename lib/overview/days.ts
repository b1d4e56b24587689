import { midnight, wallClock } from '@/lib/day'

/** One day of a calendar as instants: `start` belongs to it, `end` to the next; ms UTC. */
export type Day = { date: string; start: number; end: number }

const dayMs = 24 * 60 * 60 * 1000

/** Midnight UTC of `2026-01-31`, or undefined when there is no such date. */
function readDate(date: string): number | undefined {
  const at = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date ? undefined : at
}

/** Whether a text is a date of the calendar, as `2026-01-31`. */
export const isDate = (date: string) => /^\d{4}-\d{2}-\d{2}$/.test(date) && readDate(date) !== undefined

/** The date on the wall of a time zone at an instant. */
export const dateAt = (at: number, timeZone: string) => new Date(wallClock(at, timeZone)).toISOString().slice(0, 10)

/** The date that many days later. */
export const addDays = (date: string, days: number) =>
  new Date(readDate(date)! + days * dayMs).toISOString().slice(0, 10)

/** Every day from one date to another, both included, as a time zone has them: of 23, 24 or 25 hours. */
export function daysBetween(from: string, to: string, timeZone: string): Day[] {
  const days: Day[] = []
  const last = readDate(to)!
  let start = midnight(readDate(from)!, timeZone)
  for (let at = readDate(from)!; at <= last; at += dayMs) {
    const end = midnight(at + dayMs, timeZone)
    days.push({ date: new Date(at).toISOString().slice(0, 10), start, end })
    start = end
  }
  return days
}

/** Days of 24 hours in a row; any other day is a stretch of its own. So the day of an instant is a division. */
export type Stretch = { first: number; start: number; end: number }

export function stretchesOf(days: readonly Day[]): Stretch[] {
  const stretches: Stretch[] = []
  let even = false
  for (const [index, { start, end }] of days.entries()) {
    const isEven = end - start === dayMs
    if (even && isEven) stretches.at(-1)!.end = end
    else stretches.push({ first: index, start, end })
    even = isEven
  }
  return stretches
}

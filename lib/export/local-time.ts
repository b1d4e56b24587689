import { wallClock } from '@/lib/day'

const quarter = 15 * 60 * 1000

/**
 * Writes instants as a time zone's clocks show them, with the offset: `2026-01-31T18:30:00.000+09:00` is the same
 * instant for a program, and the right hour for a person.
 */
export function localTimeIn(timeZone: string): (at: number) => string {
  // Offsets change on quarters of an hour; asking for each instant would cost more than reading the row.
  const offsets = new Map<number, number>()
  const offsetAt = (at: number) => {
    const slot = Math.floor(at / quarter)
    let offset = offsets.get(slot)
    if (offset === undefined) {
      if (offsets.size > 10_000) offsets.clear()
      offset = wallClock(slot * quarter, timeZone) - slot * quarter
      offsets.set(slot, offset)
    }
    return offset
  }
  return (at) => {
    const offset = offsetAt(at)
    const minutes = Math.round(Math.abs(offset) / 60_000)
    const sign = offset < 0 ? '-' : '+'
    const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'))
    return `${new Date(at + offset).toISOString().slice(0, -1)}${sign}${hour}:${minute}`
  }
}

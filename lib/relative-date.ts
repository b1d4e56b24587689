import { midnight, startOfDay, wallClock } from './day'

/**
 * Days that move on by themselves, as filters of the screens write them: `@today`, `@today-6d`, `@week`, `@month-1m`,
 * `@year`. Each is the first instant of that day in the organization's time zone; a week begins on Monday. The API
 * knows instants only, so they are resolved before it is asked.
 */
export type RelativeDate = { text: string; at: number }

const pattern = /@(today|week|month|year)(?:([+-])(\d{1,4})([dwmy]))?(?![\w.+-])/y

/** Where a filter names such days, outside of its quoted texts. */
export function findRelativeDates(filter: string): RelativeDate[] {
  const found: RelativeDate[] = []
  for (let at = 0; at < filter.length; at++) {
    if (filter[at] === "'") {
      const end = filter.indexOf("'", at + 1)
      if (end < 0) break
      at = end
    } else if (filter[at] === '@') {
      pattern.lastIndex = at
      const text = pattern.exec(filter)?.[0]
      if (text) found.push({ text, at })
    }
  }
  return found
}

export const isRelativeDate = (text: string): boolean => {
  pattern.lastIndex = 0
  return pattern.exec(text)?.[0] === text
}

const dayMs = 86_400_000

/** The instant that a relative day means now; ms UTC. Only of texts that are one. */
export function relativeInstant(text: string, nowMs: number, timeZone: string): number {
  pattern.lastIndex = 0
  const [, base, sign, digits, unit] = pattern.exec(text) ?? []
  const wall = new Date(wallClock(startOfDay(nowMs, timeZone), timeZone))
  if (base === 'week') wall.setTime(wall.getTime() - ((wall.getUTCDay() + 6) % 7) * dayMs)
  if (base === 'month' || base === 'year') wall.setUTCDate(1)
  if (base === 'year') wall.setUTCMonth(0)
  const count = digits ? Number(digits) * (sign === '-' ? -1 : 1) : 0
  if (unit === 'd') wall.setUTCDate(wall.getUTCDate() + count)
  if (unit === 'w') wall.setUTCDate(wall.getUTCDate() + 7 * count)
  if (unit === 'm' || unit === 'y') addMonths(wall, unit === 'y' ? 12 * count : count)
  return midnight(Math.floor(wall.getTime() / dayMs) * dayMs, timeZone)
}

/** A month later on the same day, or on the month's last where there is no such day. */
function addMonths(wall: Date, count: number) {
  const day = wall.getUTCDate()
  wall.setUTCDate(1)
  wall.setUTCMonth(wall.getUTCMonth() + count)
  const last = new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + 1, 0)).getUTCDate()
  wall.setUTCDate(Math.min(day, last))
}

/** The filter as the API takes it: every relative day as the instant it means now. */
export function resolveRelativeDates(filter: string, nowMs: number, timeZone: string): string {
  return replaceRelativeDates(filter, ({ text }) => new Date(relativeInstant(text, nowMs, timeZone)).toISOString())
}

export function replaceRelativeDates(filter: string, replacement: (date: RelativeDate, index: number) => string) {
  let result = ''
  let done = 0
  for (const [i, date] of findRelativeDates(filter).entries()) {
    result += filter.slice(done, date.at) + replacement(date, i)
    done = date.at + date.text.length
  }
  return result + filter.slice(done)
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs a hundred times what using it does. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formatters.set(timeZone, formatter)
  }
  return formatter
}

const dayMs = 24 * 60 * 60 * 1000

/** What a clock on the wall of the zone shows at an instant, written as if it were UTC. */
export function wallClock(at: number, timeZone: string): number {
  const parts: Record<string, string> = {}
  for (const { type, value } of formatterOf(timeZone).formatToParts(at)) parts[type] = value
  const year = parts.era === 'BC' ? 1 - Number(parts.year) : Number(parts.year)
  const clock = new Date(0)
  clock.setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day))
  clock.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second), 0)
  return clock.getTime()
}

/** The instant at which the zone's wall clock first shows midnight of a date, or passes it where midnight is skipped. */
export function midnight(wallMidnight: number, timeZone: string): number {
  const offsetAt = (at: number) => wallClock(at, timeZone) - Math.floor(at / 1000) * 1000
  const before = wallMidnight - offsetAt(wallMidnight - dayMs)
  const after = wallMidnight - offsetAt(wallMidnight + dayMs)
  const shown = [before, after].filter((at) => wallClock(at, timeZone) === wallMidnight)
  return shown.length > 0 ? Math.min(...shown) : before
}

/** The first instant of the day in which `at` lies in a time zone; ms UTC. */
export function startOfDay(at: number, timeZone: string): number {
  return midnight(Math.floor(wallClock(at, timeZone) / dayMs) * dayMs, timeZone)
}

/** The first instant of the day after the one in which `at` lies; ms UTC. */
export function startOfNextDay(at: number, timeZone: string): number {
  return midnight((Math.floor(wallClock(at, timeZone) / dayMs) + 1) * dayMs, timeZone)
}

let read: () => number = Date.now

/** The present instant: milliseconds since the epoch, UTC. Everything that asks for the time asks here. */
export const now = (): number => read()

/** Tests move the clock with this; it returns what puts it right again. */
export function shiftClock(ms: number): () => void {
  read = () => Date.now() + ms
  return () => {
    read = Date.now
  }
}

/** The demo data sets the time at which something happens with this; it returns what puts it right again. */
export function stopClock(at: number): () => void {
  const before = read
  read = () => at
  return () => {
    read = before
  }
}

/** Milliseconds since the epoch → `2022-01-01T00:00:00.000Z`; null stays null. */
export function toIso(ms: number): string
export function toIso(ms: number | null): string | null
export function toIso(ms: number | null): string | null {
  return ms === null ? null : isoText(ms)
}

const dayMs = 24 * 60 * 60 * 1000
const twoDigits = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'))
/** Day number → `2022-01-01T`. */
const days = new Map<number, string>()

/** What `Date` gives, in an eighth of the time: a page of a list holds hundreds of instants of few days. */
function isoText(ms: number): string {
  const day = Math.floor(ms / dayMs)
  let date = days.get(day)
  if (date === undefined) {
    date = new Date(day * dayMs).toISOString().slice(0, -'00:00:00.000Z'.length)
    if (days.size >= 4096) days.clear()
    days.set(day, date)
  }
  const within = Math.floor(ms - day * dayMs)
  const seconds = Math.floor(within / 1000)
  const [hour, minute] = [twoDigits[Math.floor(seconds / 3600)], twoDigits[Math.floor(seconds / 60) % 60]]
  return `${date}${hour}:${minute}:${twoDigits[seconds % 60]}.${String(within % 1000).padStart(3, '0')}Z`
}

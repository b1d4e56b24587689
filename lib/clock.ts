let offsetMs: () => number = () => 0

/** The present instant: milliseconds since the epoch, UTC. Everything that asks for the time asks here. */
export const now = (): number => Date.now() + offsetMs()

/** Tests move the clock with this; it returns what puts it right again. */
export function shiftClock(ms: number): () => void {
  offsetMs = () => ms
  return () => {
    offsetMs = () => 0
  }
}

/** The demo data sets the time at which something happens with this; it returns what puts it right again. */
export function stopClock(at: number): () => void {
  const before = offsetMs
  offsetMs = () => at - Date.now()
  return () => {
    offsetMs = before
  }
}

/** Milliseconds since the epoch → `2022-01-01T00:00:00.000Z`; null stays null. */
export function toIso(ms: number): string
export function toIso(ms: number | null): string | null
export function toIso(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString()
}

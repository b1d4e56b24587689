import { randomBytes } from 'node:crypto'
import { now } from './clock'

let lastMs = 0
let counter = 0
let source: ((at: number) => string) | undefined

/**
 * A new id: 24 lower-case hex characters that sort by time of creation (decision 8). 11 characters of milliseconds,
 * 4 that count within one, 9 random ones that keep processes apart.
 */
export function newId(at: number = now()): string {
  if (source) return source(at)
  if (at === lastMs) counter++
  else {
    lastMs = at
    counter = 0
  }
  const time = at.toString(16).padStart(11, '0')
  const within = (counter & 0xffff).toString(16).padStart(4, '0')
  return time + within + randomBytes(5).toString('hex').slice(0, 9)
}

/** The demo data draws ids that are the same on every run with this; it returns what puts it right again. */
export function drawIdsFrom(own: (at: number) => string): () => void {
  source = own
  return () => {
    source = undefined
  }
}

/** What is accepted as an id (spec nodeblocks 1). */
export const idPattern = /^[0-9a-z]{24}$/

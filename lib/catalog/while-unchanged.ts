import { database } from '@/db'
import { publicationClock } from './publication'
import { readStamp } from './stamp'

type Kept = { stamp: number; clock: number; value: Promise<unknown> }

/** Answers kept; the ones used longest ago go first. */
const maxKept = 300

const memory = new Map<string, Kept>()

/**
 * What `read` gives, remembered until the catalog changes or a publication may begin or end: counting a hundred
 * thousand products costs more than the rest of a request. Exact, in every process, because the stamp is read from the
 * store each time. `read` must not look into a transaction, whose changes may be taken back.
 */
export async function whileUnchanged<T>(key: string, read: () => Promise<T>): Promise<T> {
  const [stamp, clock] = [await readStamp((await database()).reader), publicationClock()]
  const known = memory.get(key)
  memory.delete(key)
  if (known && known.stamp === stamp && known.clock === clock) {
    memory.set(key, known)
    return known.value as Promise<T>
  }
  const value = read()
  if (memory.size >= maxKept) memory.delete(memory.keys().next().value!)
  const kept: Kept = { stamp, clock, value }
  memory.set(key, kept)
  value.catch(() => {
    if (memory.get(key) === kept) memory.delete(key)
  })
  return value
}

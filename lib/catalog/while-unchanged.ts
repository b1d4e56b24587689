import type { Reader } from '@/db'
import { publicationClock } from './publication'
import { readStamp } from './stamp'

type Kept = { stamp: number; clock: number; value: Promise<unknown> }

/** Answers kept per reader; the ones used longest ago go first. */
const maxKept = 500

const memory = new WeakMap<Reader, Map<string, Kept>>()

/**
 * What `read` gives, remembered until the catalog changes or a publication may begin or end: counting a hundred
 * thousand products costs more than the rest of a request. Exact, in every process, because the stamp is read from the
 * store each time. Never with a transaction, whose changes may be taken back.
 */
export async function whileUnchanged<T>(db: Reader, key: string, read: () => Promise<T>): Promise<T> {
  const [stamp, clock] = [await readStamp(db), publicationClock()]
  const answers = memory.get(db) ?? new Map<string, Kept>()
  memory.set(db, answers)
  const known = answers.get(key)
  answers.delete(key)
  if (known && known.stamp === stamp && known.clock === clock) {
    answers.set(key, known)
    return known.value as Promise<T>
  }
  const value = read()
  if (answers.size >= maxKept) answers.delete(answers.keys().next().value!)
  answers.set(key, { stamp, clock, value })
  value.catch(() => answers.delete(key))
  return value
}

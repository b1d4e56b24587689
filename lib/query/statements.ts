import { createHash } from 'node:crypto'
import { quick } from '@/db/dialect/quick'
import type { Reader } from '@/db/index'
import { placeholder, type SlotSql } from './compile'

/** A statement under construction: anything of Drizzle's that can be prepared. */
type Preparable<T> = { prepare(name: string): { execute(values: Record<string, unknown>): Promise<T> } }

type Prepared = { execute(values: Record<string, unknown>): Promise<unknown> }
type Entry = { prepared: Prepared; uses: number; named: boolean }

/** Shapes kept per handle; the ones used longest ago go first. */
const maxShapes = 500
/** A server keeps named statements as long as its connection lives, so only shapes that come again get a name. */
const maxNamed = 300

const cache = new WeakMap<object, Map<string, Entry>>()
let named = 0

const identities = new WeakMap<object, number>()
let lastIdentity = 0

/** A short name for an object within this process, for keys. */
export function identityOf(object: object): number {
  let identity = identities.get(object)
  if (identity === undefined) {
    identity = ++lastIdentity
    identities.set(object, identity)
  }
  return identity
}

/**
 * Runs a statement that is built and prepared once per `key`. The key must decide the SQL text; everything else goes
 * through slots, whose values are given in order. Building SQL costs several times what running it does.
 */
export function runPrepared<T>(
  db: Reader,
  key: string,
  values: readonly unknown[],
  build: (slot: SlotSql) => Preparable<T>,
): Promise<T> {
  const entries = entriesOf(db)
  let entry = entries.get(key)
  // The second use shows that the shape comes again.
  if (!entry || (!entry.named && entry.uses === 1 && named < maxNamed)) {
    const name = entry ? `q${createHash('sha1').update(key).digest('hex')}` : undefined
    if (name) named++
    const prepared = quick(build(placeholder).prepare(name as string))
    entry = { prepared, uses: entry?.uses ?? 0, named: name !== undefined }
    if (entries.size >= maxShapes) entries.delete(entries.keys().next().value!)
  }
  entry.uses++
  // Taken out and put back, so that the map is ordered by last use.
  entries.delete(key)
  entries.set(key, entry)
  return entry.prepared.execute(Object.fromEntries(values.map((value, slot) => [`s${slot}`, value]))) as Promise<T>
}

function entriesOf(db: object): Map<string, Entry> {
  let entries = cache.get(db)
  if (!entries) {
    entries = new Map()
    cache.set(db, entries)
  }
  return entries
}

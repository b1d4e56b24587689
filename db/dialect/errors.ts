/** What went wrong in the store, in words that hold for both engines. The only place that knows driver error codes. */
export type StoreFailure =
  | { kind: 'unique'; constraint: string }
  | { kind: 'reference'; constraint: string }
  /** Another transaction got in between; trying the whole transaction again may succeed. */
  | { kind: 'retry' }
  /** The store is locked or cannot be reached now. */
  | { kind: 'unavailable' }
  | { kind: 'full' }
  /** A read took longer than allowed and was stopped. */
  | { kind: 'slow' }

type DriverError = { code?: unknown; message?: string; constraint?: string; detail?: string; cause?: unknown }

const postgresKinds: Record<string, StoreFailure['kind']> = {
  '23505': 'unique',
  '23503': 'reference',
  '40001': 'retry',
  '40P01': 'retry',
  '53100': 'full',
  '25006': 'unavailable',
  '53300': 'unavailable',
  '57P01': 'unavailable',
  '57P02': 'unavailable',
  '57P03': 'unavailable',
  '57014': 'slow',
  ECONNREFUSED: 'unavailable',
  ECONNRESET: 'unavailable',
}

const sqliteKinds: [RegExp, StoreFailure['kind']][] = [
  [/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)/, 'unique'],
  [/^SQLITE_CONSTRAINT_FOREIGNKEY/, 'reference'],
  [/^SQLITE_BUSY/, 'unavailable'],
  [/^SQLITE_FULL/, 'full'],
  [/^SQLITE_(IOERR|READONLY|CANTOPEN|LOCKED)/, 'unavailable'],
]

/** Reads a thrown value, or the cause it wraps; undefined when the store had no part in it. */
export function storeFailure(error: unknown): StoreFailure | undefined {
  for (let current = error as DriverError | undefined, depth = 0; current && depth < 5; depth++) {
    const code = typeof current.code === 'string' ? current.code : ''
    if (code === 'QUERY_TIMEOUT') return { kind: 'slow' }
    const kind = postgresKinds[code] ?? sqliteKinds.find(([pattern]) => pattern.test(code))?.[1]
    if (kind === 'unique' || kind === 'reference') {
      return { kind, constraint: current.constraint ?? current.message?.split(': ').at(-1) ?? '' }
    }
    if (kind) return { kind }
    current = current.cause as DriverError | undefined
  }
  return undefined
}

import { type ListState, toApiQuery } from '@/lib/client/list-state'

/** What the library shows, as the `view` of its address says it: words between dots, in any order. */
export type MediaFilter = {
  kind?: 'pictures' | 'documents'
  size?: keyof typeof sizes
  since?: keyof typeof days
  /** The id of who uploaded it. */
  by?: string
  unused?: boolean
}

export const mediaDefaults = { sort: '-createdAt', size: 50 } as const

const kB = 1024

/** Bytes, in steps people sort files by. */
export const sizes = {
  small: `size le ${100 * kB}`,
  middle: `size gt ${100 * kB} and size le ${1024 * kB}`,
  large: `size gt ${1024 * kB}`,
} as const

export const days = { day: 1, week: 7, month: 30 } as const

export const sorts = {
  '-createdAt': 'newest',
  createdAt: 'oldest',
  name: 'byName',
  '-size': 'largest',
  size: 'smallest',
  '-usageCount': 'mostUsed',
} as const

const hourMs = 3_600_000

/** `'it''s'`: a text as `$filter` writes it. */
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/** Files whose name contains all the words; empty when there are none. */
export const nameFilter = (words: string): string =>
  words
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `contains(name,${literal(word)})`)
    .join(' and ')

/** Reads the `view` of an address; what makes no sense is left out. */
export function readMediaFilter(view: string): MediaFilter {
  const filter: MediaFilter = {}
  for (const word of view.split('.')) {
    if (word === 'pictures' || word === 'documents') filter.kind = word
    else if (word === 'unused') filter.unused = true
    else if (Object.hasOwn(sizes, word)) filter.size = word as MediaFilter['size']
    else if (Object.hasOwn(days, word)) filter.since = word as MediaFilter['since']
    else if (/^by-[0-9a-z]{24}$/.test(word)) filter.by = word.slice(3)
  }
  return filter
}

export const writeMediaFilter = ({ kind, size, since, by, unused }: MediaFilter): string =>
  [kind, size, since, by && `by-${by}`, unused && 'unused'].filter(Boolean).join('.')

/**
 * The API's query string for an address. Days are counted back from the hour that has begun, so that one query serves
 * everybody who asks within it.
 */
export function mediaQuery(state: ListState, nowMs: number): string {
  const { kind, size, since, by, unused } = readMediaFilter(state.view)
  const from = since && new Date(Math.floor(nowMs / hourMs) * hourMs - days[since] * 24 * hourMs).toISOString()
  const conditions = [
    nameFilter(state.q),
    kind && (kind === 'pictures' ? "startswith(type,'image/')" : "type eq 'application/pdf'"),
    size && sizes[size],
    from && `createdAt ge ${from}`,
    by && `uploadedBy.id eq '${by}'`,
    unused && 'usageCount eq 0',
  ]
  return toApiQuery({ ...state, q: '' }, conditions.filter(Boolean).join(' and '))
}

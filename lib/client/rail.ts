import { growingQuery } from './lists'

type Reference = { id: string; uri?: string; name?: string }

/** What the API answers of railways (spec nodeblocks 4.8); references are objects under `$expand`. */
export type RailCompany = { id: string; name: string; code: string }
export type RailArea = { id: string; name: string; code: string; lines: Reference[] }
export type RailLine = { id: string; name: string; code: string; company: (Reference & { company?: Reference }) | null }
export type RailStation = {
  id: string
  name: string
  code: string
  line: Reference | null
  area: Reference | null
  orderNum: number
  isClosed: boolean | null
  point: { type: 'Point'; coordinates: [number, number] }
}

export type RailList = 'companies' | 'areas' | 'lines' | 'stations'

type Rows = { companies: RailCompany; areas: RailArea; lines: RailLine; stations: RailStation }

export type RailQuery = { filter?: string; sort?: string; expand?: string }

/** A list of railways, page after page. Nothing changes it but a new import, so it is kept for long. */
export function railQuery<K extends RailList>(list: K, { filter, sort, expand }: RailQuery = {}) {
  const query = new URLSearchParams({ $top: '100' })
  if (filter) query.set('$filter', filter)
  if (sort) query.set('$orderBy', sort)
  if (expand) query.set('$expand', expand)
  return { ...growingQuery<Rows[K]>(`/rail/${list}`, query.toString()), staleTime: 600_000 }
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

/** Name or code holds the words. */
export const nameFilter = (words: string) => `name co ${quoted(words)} or code co ${quoted(words)}`

export const equalFilter = (field: string, id: string) => `${field} eq ${quoted(id)}`

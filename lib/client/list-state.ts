import { findRelativeDates, resolveRelativeDates } from '@/lib/relative-date'

export const pageSizes = [20, 50, 100] as const

export const densities = ['comfortable', 'compact'] as const
export type Density = (typeof densities)[number]

/** Everything a list shows, as its address says it. The address is the list's only state. */
export type ListState = {
  /** A built-in view's key, the id of a saved one, or empty for the plain list. */
  view: string
  /** Search words. */
  q: string
  /** `$filter` text, on top of a built-in view's own; days in it may move on by themselves. */
  filter: string
  /** `-createdAt`: a field, with a minus when descending. */
  sort: string
  size: number
  /** For the "41–60 of 312" in the footer; the cursor alone decides what is shown. */
  page: number
  after: string
  before: string
  /** The columns, as `encodeColumns` writes them; empty for the usual ones. */
  cols: string
  /** Row height; empty for the reader's own. */
  density: Density | ''
}

/** What an address need not say: the plain list's, or those of the saved view that is open. */
export type ListDefaults = Pick<ListState, 'sort' | 'size'> &
  Partial<Pick<ListState, 'q' | 'filter' | 'cols' | 'density'>>

/** How the plain list is addressed where another view opens first. */
const plain = 'all'

/** Which view an address means; `initial` is the one that opens when it says nothing at all. */
export function viewOf(params: URLSearchParams, initial = ''): string {
  const view = params.get('view')?.trim()
  if (view !== undefined && view !== '') return view === plain ? '' : view
  const says = ['q', 'filter', 'sort', 'cols', 'after', 'before', 'page'].some((name) => params.has(name))
  return says ? '' : initial
}

/** Reads an address; what is missing or makes no sense is the default. */
export function readListState(params: URLSearchParams, defaults: ListDefaults, initial = ''): ListState {
  const text = (name: string, common = '') => params.get(name)?.trim() ?? common
  const size = Number(text('size'))
  const page = Number(text('page'))
  const sort = text('sort')
  const density = text('density', defaults.density)
  return {
    view: viewOf(params, initial),
    q: text('q', defaults.q),
    filter: text('filter', defaults.filter),
    sort: /^-?[A-Za-z][\w.]*$/.test(sort) ? sort : defaults.sort,
    size: (pageSizes as readonly number[]).includes(size) ? size : defaults.size,
    page: Number.isSafeInteger(page) && page > 1 ? page : 1,
    after: text('after'),
    before: text('before'),
    cols: text('cols', defaults.cols),
    density: (densities as readonly string[]).includes(density) ? (density as Density) : '',
  }
}

type Writing = {
  /** Another reader's defaults: what differs from either is written, so that both read the same. */
  also?: ListDefaults
  /** The view that opens when an address says nothing. */
  initial?: string
}

/** The shortest address that means this state: defaults are left out. */
export function writeListState(state: ListState, defaults: ListDefaults, { also, initial }: Writing = {}): string {
  const params = new URLSearchParams()
  const add = (name: 'q' | 'filter' | 'sort' | 'size' | 'cols' | 'density') => {
    const value = state[name]
    const isCommon = value === (defaults[name] ?? '') && (!also || value === (also[name] ?? ''))
    if (!isCommon) params.set(name, String(value))
  }
  if (state.view) params.set('view', state.view)
  else if (initial) params.set('view', plain)
  add('q')
  add('filter')
  add('sort')
  add('size')
  add('cols')
  add('density')
  if (state.page !== 1) params.set('page', String(state.page))
  if (state.after) params.set('after', state.after)
  if (state.before) params.set('before', state.before)
  return params.toString()
}

/** Parts of the state that change how rows look, not which there are. */
const looks: readonly (keyof ListState)[] = ['cols', 'density']

/** Changes part of the state. Whatever changes what is listed goes back to the first page. */
export function patchListState(state: ListState, patch: Partial<ListState>): ListState {
  const names = Object.keys(patch) as (keyof ListState)[]
  if (names.length > 0 && names.every((name) => looks.includes(name))) return { ...state, ...patch }
  const moves = 'after' in patch || 'before' in patch
  return { ...state, ...(moves ? { after: '', before: '' } : { page: 1, after: '', before: '' }), ...patch }
}

/** Whether the view that is open was changed since it was opened: its rows or its looks. */
export const isModified = (
  state: ListState,
  { sort, size, q = '', filter = '', cols = '', density = '' }: ListDefaults,
) =>
  state.q !== q ||
  state.filter !== filter ||
  state.sort !== sort ||
  state.size !== size ||
  state.cols !== cols ||
  state.density !== density

/** Days that move on are the organization's; without its zone they are the reader's own. */
function resolve(filter: string, timeZone: string | undefined) {
  if (findRelativeDates(filter).length === 0) return filter
  return resolveRelativeDates(filter, Date.now(), timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone)
}

/** The `$filter` of a state; `viewFilter` is what a built-in view itself asks for. */
export function toApiFilter({ filter }: Pick<ListState, 'filter'>, viewFilter = '', timeZone?: string): string {
  const filters = [viewFilter, resolve(filter, timeZone)].filter(Boolean)
  return filters.length < 2 ? (filters[0] ?? '') : `${filters[0]} and (${filters[1]})`
}

/** The `$search` of a state: the `#` of a number that somebody copied is no part of it. */
export const toApiSearch = ({ q }: Pick<ListState, 'q'>): string => q.replace(/^#(?=\d)/, '')

export const toOrderBy = (sort: string) => (sort.startsWith('-') ? `${sort.slice(1)} desc` : sort)

/** What `toOrderBy` wrote; undefined for an order of several keys, which no column head can show. */
export function fromOrderBy(text: string | undefined): string | undefined {
  const [, path, direction] = /^\s*([\w.]+)(?:\s+(asc|desc))?\s*$/.exec(text ?? '') ?? []
  return path && (direction === 'desc' ? `-${path}` : path)
}

/** The API's query string for a state; `viewFilter` is what a built-in view itself asks for. */
export function toApiQuery(state: ListState, viewFilter = '', timeZone?: string): string {
  const params = new URLSearchParams()
  params.set('$top', String(state.size))
  params.set('$orderBy', toOrderBy(state.sort))
  const filter = toApiFilter(state, viewFilter, timeZone)
  if (filter) params.set('$filter', filter)
  const words = toApiSearch(state)
  if (words) params.set('$search', words)
  if (state.after) params.set('$nextToken', state.after)
  else if (state.before) params.set('$previousToken', state.before)
  return params.toString()
}

/** The cursor inside an `@nextLink` or `@previousLink`. */
export const tokenOf = (link: string | undefined, name: '$nextToken' | '$previousToken') =>
  link ? (new URL(link, 'http://localhost').searchParams.get(name) ?? '') : ''

export const pageSizes = [20, 50, 100] as const

/** Everything a list shows, as its address says it. The address is the list's only state. */
export type ListState = {
  /** A built-in view: the name of a status in lower case, or empty for all. */
  view: string
  /** Search words. */
  q: string
  /** `$filter` text, on top of the view's own. */
  filter: string
  /** `-createdAt`: a field, with a minus when descending. */
  sort: string
  size: number
  /** For the "41–60 of 312" in the footer; the cursor alone decides what is shown. */
  page: number
  after: string
  before: string
}

export type ListDefaults = Pick<ListState, 'sort' | 'size'>

/** Reads an address; what is missing or makes no sense is the default. */
export function readListState(params: URLSearchParams, defaults: ListDefaults): ListState {
  const text = (name: string) => params.get(name)?.trim() ?? ''
  const size = Number(text('size'))
  const page = Number(text('page'))
  const sort = text('sort')
  return {
    view: text('view'),
    q: text('q'),
    filter: text('filter'),
    sort: /^-?[A-Za-z][\w.]*$/.test(sort) ? sort : defaults.sort,
    size: (pageSizes as readonly number[]).includes(size) ? size : defaults.size,
    page: Number.isSafeInteger(page) && page > 1 ? page : 1,
    after: text('after'),
    before: text('before'),
  }
}

/** The shortest address that means this state: defaults are left out. */
export function writeListState(state: ListState, defaults: ListDefaults): string {
  const params = new URLSearchParams()
  const add = (name: string, value: string | number, common: string | number) => {
    if (value !== common) params.set(name, String(value))
  }
  add('view', state.view, '')
  add('q', state.q, '')
  add('filter', state.filter, '')
  add('sort', state.sort, defaults.sort)
  add('size', state.size, defaults.size)
  add('page', state.page, 1)
  add('after', state.after, '')
  add('before', state.before, '')
  return params.toString()
}

/** Changes part of the state. Whatever changes what is listed goes back to the first page. */
export function patchListState(state: ListState, patch: Partial<ListState>): ListState {
  const moves = 'after' in patch || 'before' in patch
  return { ...state, ...(moves ? { after: '', before: '' } : { page: 1, after: '', before: '' }), ...patch }
}

/** The `$filter` of a state; `viewFilter` is what the view itself asks for. */
export function toApiFilter({ filter }: Pick<ListState, 'filter'>, viewFilter = ''): string {
  const filters = [viewFilter, filter].filter(Boolean)
  return filters.length < 2 ? (filters[0] ?? '') : `${filters[0]} and (${filters[1]})`
}

/** The `$search` of a state: the `#` of a number that somebody copied is no part of it. */
export const toApiSearch = ({ q }: Pick<ListState, 'q'>): string => q.replace(/^#(?=\d)/, '')

/** The API's query string for a state; `viewFilter` is what the view itself asks for. */
export function toApiQuery(state: ListState, viewFilter = ''): string {
  const params = new URLSearchParams()
  const descending = state.sort.startsWith('-')
  params.set('$top', String(state.size))
  params.set('$orderBy', descending ? `${state.sort.slice(1)} desc` : state.sort)
  const filter = toApiFilter(state, viewFilter)
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

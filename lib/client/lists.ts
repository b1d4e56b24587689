import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson, type ListAnswer } from './api'
import { tokenOf } from './list-state'

/** Every query about the rows of one list starts with this, so that one call refreshes them all. */
export const listKey = (path: string) => ['list', path] as const

/** One page of a list. `path` is below `/api`, `query` the API's own query string, made from the page's address. */
export const listQuery = <Row>(path: string, query: string, key: readonly unknown[] = listKey(path)) =>
  queryOptions({
    queryKey: [...key, 'list', query],
    queryFn: ({ signal }) => getJson<ListAnswer<Row>>(`${path}?${query}`, signal),
    placeholderData: keepPreviousData,
  })

/** A list that grows by a page at a time, by the cursors that the server gives. `query` as in `listQuery`. */
export const growingQuery = <Row>(path: string, query: string, key: readonly unknown[] = listKey(path)) =>
  infiniteQueryOptions({
    queryKey: [...key, 'growing', query],
    queryFn: ({ signal, pageParam }) => {
      const token = pageParam ? `&$nextToken=${encodeURIComponent(pageParam)}` : ''
      return getJson<ListAnswer<Row>>(`${path}?${query}${token}`, signal)
    },
    initialPageParam: '',
    getNextPageParam: (page) => tokenOf(page['@nextLink'], '$nextToken') || undefined,
  })

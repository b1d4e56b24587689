'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { getJson, type ListAnswer } from '@/lib/client/api'

const flashMs = 1_800
const none: ReadonlySet<string> = new Set()

/** What is another after every change of a row. */
const stampOf = (row: object): unknown => {
  const { version, updatedAt } = row as { version?: number; updatedAt?: string }
  return version ?? updatedAt
}

/**
 * Which rows changed while they were on screen, for a moment each. Rows of another page or filter are other rows, not
 * changed ones.
 */
export function useFlashes<Row extends { id: string }>(rows: readonly Row[] | undefined, place: string) {
  const before = useRef<{ place: string; stamps: Map<string, unknown> }>(undefined)
  const [flashed, setFlashed] = useState<ReadonlySet<string>>(none)
  useEffect(() => {
    if (!rows) return
    const stamps = new Map(rows.map((row) => [row.id, stampOf(row)]))
    const earlier = before.current
    before.current = { place, stamps }
    if (earlier?.place !== place) return
    const changed = [...stamps].filter(([id, stamp]) => earlier.stamps.has(id) && earlier.stamps.get(id) !== stamp)
    if (changed.length === 0) return
    setFlashed(new Set(changed.map(([id]) => id)))
    const timer = setTimeout(() => setFlashed(none), flashMs)
    return () => clearTimeout(timer)
  }, [rows, place])
  return flashed
}

type Options = {
  path: string
  /** The list's own query for one row: only its total is read. */
  totalQuery: string
  /** The query for rows by their ids. */
  rowsQuery: (ids: readonly string[]) => string
  queryKey: readonly unknown[]
  /** The page that is on screen. */
  pageKey: readonly unknown[]
  everyMs: number | undefined
  shown: { ids: readonly string[]; total: number; at: number } | undefined
}

/**
 * Keeps the rows on screen true without moving any: what they hold is asked for by their ids and put in their places;
 * how many rows came meanwhile is answered, and asking for those is the reader's choice.
 */
export function useLive<Row extends { id: string }>(options: Options): number {
  const { path, totalQuery, rowsQuery, queryKey, pageKey, everyMs, shown } = options
  const queryClient = useQueryClient()
  const enabled = everyMs !== undefined && shown !== undefined && shown.ids.length > 0
  const ids = shown?.ids ?? []
  const common = {
    enabled,
    refetchInterval: everyMs ?? (false as const),
    staleTime: everyMs,
    initialDataUpdatedAt: shown?.at,
  }
  useQuery({
    ...common,
    queryKey: [...queryKey, 'rows', rowsQuery(ids)],
    initialData: 0,
    queryFn: async ({ signal }) => {
      const { value } = await getJson<ListAnswer<Row>>(`${path}?${rowsQuery(ids)}`, signal)
      const now = new Map(value.map((row) => [row.id, row]))
      // The page is as old as it was: which rows it holds has not been asked again.
      const updatedAt = queryClient.getQueryState(pageKey)?.dataUpdatedAt
      queryClient.setQueryData<ListAnswer<Row>>(
        pageKey,
        (page) => {
          const changed = page?.value.some((row) => stampOf(now.get(row.id) ?? row) !== stampOf(row))
          return page && changed ? { ...page, value: page.value.map((row) => now.get(row.id) ?? row) } : page
        },
        { updatedAt },
      )
      return Date.now()
    },
  })
  const { data } = useQuery({
    ...common,
    queryKey: [...queryKey, 'total', totalQuery],
    initialData: { total: shown?.total ?? 0, at: 0 },
    queryFn: async ({ signal }) => ({
      total: (await getJson<ListAnswer<unknown>>(`${path}?${totalQuery}`, signal)).total,
      at: Date.now(),
    }),
  })
  if (!enabled || data.at < shown.at) return 0
  return Math.max(0, data.total - shown.total)
}

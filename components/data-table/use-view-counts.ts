'use client'

import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { callApi } from '@/lib/client/api'
import { toApiFilter } from '@/lib/client/list-state'
import { listQuery } from '@/lib/client/lists'
import type { SavedView } from '@/lib/client/views'

/** Tabs beyond these have no count: nobody looks at so many, and each costs a query. */
const countedAtOnce = 20
const countedSingly = 6
const everyMs = 60_000

type Options = {
  views: readonly SavedView[]
  path: string
  /** Takes `{ filters: [{ filter, search }] }` and answers a count for each. */
  countsPath?: string
  queryKey: readonly unknown[]
  timeZone: string
  enabled: boolean
}

/** How many rows each saved view has now, by the view's id. */
export function useViewCounts({ views, path, countsPath, queryKey, timeZone, enabled }: Options) {
  const asked = views.slice(0, countsPath ? countedAtOnce : countedSingly)
  const filters = asked.map(({ state: { filter = '', search = '' } }) => ({
    filter: toApiFilter({ filter }, '', timeZone),
    search,
  }))
  const atOnce = useQuery({
    queryKey: [...queryKey, 'view-counts', filters],
    queryFn: async ({ signal }) => {
      const body = { filters: filters.map(({ filter, search }) => (search ? { filter, search } : filter)) }
      const { data } = await callApi<{ value: { count: number }[] }>('POST', countsPath!, { body, signal })
      return data.value.map(({ count }) => count)
    },
    enabled: enabled && countsPath !== undefined && asked.length > 0,
    staleTime: everyMs / 2,
    refetchInterval: everyMs,
    retry: false,
  }).data
  const singly = useQueries({
    queries: (countsPath ? [] : asked).map((_, i) => {
      const { filter, search } = filters[i]!
      const query = new URLSearchParams({
        $top: '1',
        ...(filter ? { $filter: filter } : {}),
        ...(search ? { $search: search } : {}),
      })
      return { ...listQuery<unknown>(path, query.toString(), queryKey), enabled, staleTime: everyMs, retry: false }
    }),
  })
  const found = countsPath ? atOnce : singly.map(({ data }) => data?.total)
  const signature = asked.map(({ id }, i) => `${id} ${found?.[i] ?? ''}`).join()
  return useMemo(() => {
    const counts = new Map<string, number>()
    for (const [i, { id }] of asked.entries()) {
      const count = found?.[i]
      if (count !== undefined) counts.set(id, count)
    }
    return counts
  }, [signature])
}

'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { decodeColumns } from '@/lib/client/list-columns'
import { type ListDefaults, type ListState, pageSizes } from '@/lib/client/list-state'
import type { KnownViews } from '@/lib/client/list-url'
import {
  arrangementQuery,
  defaultsOfArrangement,
  defaultsOfView,
  initialView,
  mutable,
  type OwnArrangement,
  putArrangement,
  type SavedView,
  viewsQuery,
} from '@/lib/client/views'
import type { ViewedList } from '@/lib/resources/viewed-lists'

const noViews: SavedView[] = []
const saveAfterMs = 600
const timers = new Map<string, ReturnType<typeof setTimeout>>()

type Options = { list: ViewedList; orgId?: string; defaults: ListDefaults; enabled: boolean }

/** The saved views of a list and how the reader arranged it, as far as its address builds on them. */
export function useViews({ list, orgId, defaults, enabled }: Options) {
  const queryClient = useQueryClient()
  const found = useQuery({ ...viewsQuery(orgId, list), enabled: enabled && orgId !== undefined, retry: false })
  const own = useQuery({ ...arrangementQuery(list), enabled, retry: false })
  const views = found.data ?? noViews
  const arrangement = own.data
  const known = useMemo((): KnownViews => {
    const plain = defaultsOfArrangement(arrangement, defaults)
    const byId = new Map(views.map((view) => [view.id, view]))
    return {
      initial: initialView(views)?.id ?? '',
      defaultsOf: (id) => {
        const view = byId.get(id)
        return view ? defaultsOfView(view, defaults) : plain
      },
    }
  }, [views, arrangement, defaults])

  /** Remembers how the plain list looks: here at once, on the server a moment after the last change. */
  const remember = (patch: OwnArrangement) => {
    const next = { ...queryClient.getQueryData(arrangementQuery(list).queryKey), ...patch }
    queryClient.setQueryData(arrangementQuery(list).queryKey, next)
    clearTimeout(timers.get(list))
    // What could not be kept is not worth a message: the list looks so until the next load.
    timers.set(
      list,
      setTimeout(() => putArrangement(list, next).catch(() => undefined), saveAfterMs),
    )
  }
  return {
    views,
    known,
    /** Until these are known an address may mean something else than it seems to. */
    ready: !enabled || ((orgId === undefined || !found.isPending) && !own.isPending),
    remember,
    rememberColumns: (cols: string) =>
      remember({ columns: undefined, pinned: undefined, widths: undefined, ...mutable(decodeColumns(cols)) }),
    rememberSize: (size: number) => {
      if ((pageSizes as readonly number[]).includes(size)) remember({ pageSize: size })
    },
  }
}

export type Views = ReturnType<typeof useViews>
export type { ListState }

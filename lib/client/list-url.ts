'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useMemo } from 'react'
import { type ListDefaults, type ListState, patchListState, readListState, writeListState } from './list-state'

/** Goes to an address of this same page without asking the server for it: the list reads it at once. */
export function goShallow(href: string, how: 'push' | 'replace' = 'push') {
  if (how === 'push') window.history.pushState(null, '', href)
  else window.history.replaceState(null, '', href)
}

export type ListUrl = {
  state: ListState
  /** The address without the page's path, for links that come back here. */
  search: string
  href: (patch: Partial<ListState>) => string
  go: (patch: Partial<ListState>, how?: 'push' | 'replace') => void
}

/** The state of the list on this page and the addresses of its neighbours. */
export function useListUrl(defaults: ListDefaults): ListUrl {
  const pathname = usePathname()
  const params = useSearchParams()
  const text = params.toString()
  return useMemo(() => {
    const state = readListState(new URLSearchParams(text), defaults)
    const href = (patch: Partial<ListState>) => {
      const search = writeListState(patchListState(state, patch), defaults)
      return search ? `${pathname}?${search}` : pathname
    }
    return {
      state,
      search: writeListState(state, defaults),
      href,
      go: (patch, how) => goShallow(href(patch), how),
    }
  }, [text, pathname, defaults])
}

'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useMemo } from 'react'
import {
  isModified,
  type ListDefaults,
  type ListState,
  patchListState,
  readListState,
  viewOf,
  writeListState,
} from './list-state'

/** Goes to an address of this same page without asking the server for it: the list reads it at once. */
export function goShallow(href: string, how: 'push' | 'replace' = 'push') {
  if (how === 'push') window.history.pushState(null, '', href)
  else window.history.replaceState(null, '', href)
}

export type ListUrl = {
  state: ListState
  /** The address without the page's path, for links that come back here; it says all of what a saved view says. */
  search: string
  /** Whether the state is another than the open view's own. */
  modified: boolean
  href: (patch: Partial<ListState>) => string
  /** Another view as it is: nothing of what is searched and filtered now goes along. */
  viewHref: (view: string) => string
  go: (patch: Partial<ListState>, how?: 'push' | 'replace') => void
}

/** The views a list knows besides its built-in ones. */
export type KnownViews = {
  /** The view that opens when the address says nothing; empty for the plain list. */
  initial: string
  /** What the address need not say while a view is open. */
  defaultsOf: (view: string) => ListDefaults
}

/** The state of the list on this page and the addresses of its neighbours. `views` keeps its identity. */
export function useListUrl(defaults: ListDefaults, views?: KnownViews): ListUrl {
  const pathname = usePathname()
  const params = useSearchParams()
  const text = params.toString()
  return useMemo(() => {
    const initial = views?.initial ?? ''
    const defaultsOf = views?.defaultsOf ?? (() => defaults)
    const given = new URLSearchParams(text)
    const base = defaultsOf(viewOf(given, initial))
    const state = readListState(given, base, initial)
    const at = (search: string) => (search ? `${pathname}?${search}` : pathname)
    const href = (patch: Partial<ListState>) => {
      const patched = patchListState(state, patch)
      return at(writeListState(patched, defaultsOf(patched.view), { initial }))
    }
    return {
      state,
      // How it looks is kept elsewhere, or with the view.
      search: writeListState(state, base, { also: { ...defaults, cols: base.cols, density: base.density }, initial }),
      modified: isModified(state, base),
      href,
      viewHref: (view) => {
        const own = defaultsOf(view)
        const fresh = readListState(new URLSearchParams({ view }), own)
        return at(writeListState(fresh, own, { initial }))
      },
      go: (patch, how) => goShallow(href(patch), how),
    }
  }, [text, pathname, defaults, views])
}

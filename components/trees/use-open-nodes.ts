'use client'

import { useEffect, useEffectEvent } from 'react'
import type { TreeStore } from './tree-store'

/** More than this is not worth remembering: opening it again would take longer than doing without. */
const mostKept = 400

const place = (kind: string) => `orderdesk-tree-${kind}`

function readKept(kind: string): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place(kind)) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

/**
 * Loads a tree as it was left in this tab, with the node that the address names in sight. Answers how to try again.
 */
export function useOpenNodes(store: TreeStore, shownId: string | undefined, onFailed: (error: unknown) => void) {
  const start = useEffectEvent(() => {
    onFailed(undefined)
    const kept = readKept(store.kind)
    store.apply((state) => ({ ...state, expanded: new Set([...state.expanded, ...kept]) }))
    store
      .start()
      .then(() => (shownId ? store.reveal(shownId) : undefined))
      .catch(onFailed)
  })
  useEffect(() => {
    start()
    return store.subscribe(() => {
      const { expanded } = store.get()
      try {
        const text = JSON.stringify(expanded.size > mostKept ? [] : [...expanded])
        if (sessionStorage.getItem(place(store.kind)) !== text) sessionStorage.setItem(place(store.kind), text)
      } catch {
        // Without storage the tree begins closed.
      }
    })
  }, [store])
  return () => {
    onFailed(undefined)
    store.start().catch(onFailed)
  }
}

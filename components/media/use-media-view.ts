'use client'

import { useSyncExternalStore } from 'react'

export type MediaView = 'grid' | 'list'

const storageKey = 'orderdesk-media-view'
const listeners = new Set<() => void>()
/** Where nothing can be stored, the choice lasts as long as the page. */
let chosen: MediaView | undefined

function read(): MediaView {
  if (chosen) return chosen
  try {
    return localStorage.getItem(storageKey) === 'list' ? 'list' : 'grid'
  } catch {
    return 'grid'
  }
}

function choose(view: MediaView) {
  chosen = view
  try {
    localStorage.setItem(storageKey, view)
  } catch {
    // It is kept for this page.
  }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** How this browser shows the library, and how to change it. */
export const useMediaView = () => [useSyncExternalStore(subscribe, read, () => 'grid' as const), choose] as const

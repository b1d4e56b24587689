'use client'

import { useSyncExternalStore } from 'react'
import { createListeners } from '@/lib/client/listeners'

export type MediaView = 'grid' | 'list'

const storageKey = 'orderdesk-media-view'
const { subscribe, tell } = createListeners()
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
  tell()
}

/** How this browser shows the library, and how to change it. */
export const useMediaView = () => [useSyncExternalStore(subscribe, read, () => 'grid' as const), choose] as const

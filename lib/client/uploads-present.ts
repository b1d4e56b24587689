'use client'

import { useSyncExternalStore } from 'react'
import { createListeners } from './listeners'

let isAny = false
const { subscribe, tell } = createListeners()

/** Said by the queue of uploads itself. Apart from it, so that pages without uploads do without its script. */
export function tellUploadsPresent(next: boolean) {
  if (next === isAny) return
  isAny = next
  tell()
}

/** Whether this tab has uploads, on their way or ended and not yet cleared. */
export const useUploadsPresent = () =>
  useSyncExternalStore(
    subscribe,
    () => isAny,
    () => false,
  )

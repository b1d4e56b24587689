'use client'

import { useSyncExternalStore } from 'react'

let isAny = false
const listeners = new Set<() => void>()

/** Said by the queue of uploads itself. Apart from it, so that pages without uploads do without its script. */
export function tellUploadsPresent(next: boolean) {
  if (next === isAny) return
  isAny = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Whether this tab has uploads, on their way or ended and not yet cleared. */
export const useUploadsPresent = () =>
  useSyncExternalStore(
    subscribe,
    () => isAny,
    () => false,
  )

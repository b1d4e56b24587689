'use client'

import { useSyncExternalStore } from 'react'
import { createListeners } from '@/lib/client/listeners'

/** The session ended while something was being saved: everybody who waits for the next one. */
let waiting: { promise: Promise<void>; resolve: () => void } | undefined
let hosts = 0
const { subscribe, tell } = createListeners()

/** Whether there is a screen that can ask for the password over what is on it. */
export const canSignInAgain = () => hosts > 0

/** Asks for the password over the page, once for all who wait; resolves when the same person is signed in again. */
export function signInAgain(): Promise<void> {
  if (!waiting) {
    const { promise, resolve } = Promise.withResolvers<void>()
    waiting = { promise, resolve }
    tell()
  }
  return waiting.promise
}

/** The same person is back: what waited goes on. */
export function signedInAgain() {
  const done = waiting
  waiting = undefined
  tell()
  done?.resolve()
}

export const useSignInAgain = () =>
  useSyncExternalStore(
    (listener) => {
      hosts++
      const unsubscribe = subscribe(listener)
      return () => {
        hosts--
        unsubscribe()
      }
    },
    () => waiting !== undefined,
    () => false,
  )

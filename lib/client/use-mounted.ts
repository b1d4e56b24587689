'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** False while the server's markup is being taken over: what only the browser knows waits for true. */
export const useMounted = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

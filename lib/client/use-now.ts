'use client'

import { useSyncExternalStore } from 'react'

const stepMs = 30_000
let now = Math.floor(Date.now() / stepMs) * stepMs
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

function read() {
  const current = Math.floor(Date.now() / stepMs) * stepMs
  if (current !== now && listeners.size === 0) now = current
  return now
}

/** The present in ms UTC, moving on every half minute for everything on screen at once. */
export const useNow = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      timer ??= setInterval(() => {
        now = Math.floor(Date.now() / stepMs) * stepMs
        for (const each of listeners) each()
      }, stepMs)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) {
          clearInterval(timer)
          timer = undefined
        }
      }
    },
    read,
    read,
  )

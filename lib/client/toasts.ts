'use client'

import { useSyncExternalStore } from 'react'
import { createListeners } from './listeners'

export type Toast = {
  id: number
  kind: 'done' | 'failed'
  title: string
  text?: string
  /** Quoted by people who report a failure. */
  requestId?: string | null
  /** Takes the change back: a button in the toast, and `Z`. */
  undo?: () => void
}

const most = 3
let toasts: readonly Toast[] = []
let nextId = 1
const { subscribe, tell } = createListeners()

function set(next: readonly Toast[]) {
  toasts = next
  tell()
}

/** Shows a message and answers its id. Failures stay until they are dismissed. */
export function showToast(toast: Omit<Toast, 'id'>): number {
  const id = nextId++
  set([...toasts, { ...toast, id }].slice(-most))
  return id
}

export const dismissToast = (id: number) => set(toasts.filter((toast) => toast.id !== id))

/** Takes back the latest change that can be; false when there is none. */
export function undoLatest(): boolean {
  const latest = toasts.findLast((toast) => toast.undo)
  if (!latest) return false
  dismissToast(latest.id)
  latest.undo?.()
  return true
}

const none: readonly Toast[] = []

export const useToasts = () =>
  useSyncExternalStore(
    subscribe,
    () => toasts,
    () => none,
  )

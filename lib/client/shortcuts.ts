'use client'

import { useEffect, useRef, useSyncExternalStore } from 'react'

export type ShortcutGroup = 'general' | 'list' | 'order'

/**
 * One shortcut. `keys` are what `KeyboardEvent.key` says, in order: `['g', 'o']` is g, then o. A shortcut without
 * modifiers never fires while somebody types or composes.
 */
export type Shortcut = {
  keys: readonly string[]
  group: ShortcutGroup
  label: string
  run: (event: KeyboardEvent) => void
  /** Another spelling of a shortcut that is listed already. */
  hidden?: boolean
}

const storageKey = 'orderdesk-shortcuts'
const sequenceMs = 1_000

let active: readonly Shortcut[] = []
const sources = new Map<symbol, () => readonly Shortcut[]>()
const listeners = new Set<() => void>()
let typed: string[] = []
let typedAt = 0

const refresh = () => {
  active = [...sources.values()].flatMap((source) => source())
  for (const listener of listeners) listener()
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input:not([type=radio], [type=checkbox]), textarea, select') !== null)

/** Dialogs and open lists have the keyboard to themselves. */
const isCovered = () =>
  [...document.querySelectorAll('[role="dialog"], [role="menu"], [role="listbox"]')].some((box) =>
    box.checkVisibility(),
  )

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (isTyping(event.target) || isCovered() || !shortcutsEnabled()) return
  if (event.key === 'Shift') return
  const at = event.timeStamp
  typed = at - typedAt < sequenceMs ? [...typed, event.key].slice(-2) : [event.key]
  typedAt = at
  // What was mounted last is nearest to the reader, so it is asked first; a sequence wins over its last key alone.
  const candidates = [...active].reverse()
  const fits = (keys: readonly string[]) =>
    keys.length <= typed.length && keys.every((key, i) => key === typed[typed.length - keys.length + i])
  const found = candidates.filter(({ keys }) => fits(keys)).sort((a, b) => b.keys.length - a.keys.length)[0]
  if (!found) return
  typed = []
  event.preventDefault()
  found.run(event)
}

/** Makes these shortcuts work while the component is on screen. */
export function useShortcuts(shortcuts: readonly Shortcut[]) {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
    refresh()
  })
  useEffect(() => {
    const key = Symbol()
    if (sources.size === 0) window.addEventListener('keydown', onKeyDown)
    sources.set(key, () => latest.current)
    refresh()
    return () => {
      sources.delete(key)
      if (sources.size === 0) window.removeEventListener('keydown', onKeyDown)
      refresh()
    }
  }, [])
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

const nothing: readonly Shortcut[] = []

/** What works right now, for the cheat sheet. */
export const useActiveShortcuts = () =>
  useSyncExternalStore(
    subscribe,
    () => active,
    () => nothing,
  )

/** Single keys can be switched off altogether (WCAG 2.1.4). */
export function shortcutsEnabled(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off'
  } catch {
    return true
  }
}

export function setShortcutsEnabled(enabled: boolean) {
  try {
    localStorage.setItem(storageKey, enabled ? 'on' : 'off')
  } catch {
    // Without storage the choice cannot be kept; the keys stay on.
  }
  for (const listener of listeners) listener()
}

export const useShortcutsEnabled = () => useSyncExternalStore(subscribe, shortcutsEnabled, () => true)

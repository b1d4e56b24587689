'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useSyncExternalStore } from 'react'
import { createListeners } from '@/lib/client/listeners'

/** Forms on screen with changes the server does not have. */
const dirtyForms = new Set<symbol>()
const { subscribe, tell } = createListeners()
let waiting: (() => void) | undefined

/** Whether anything on screen would be lost by leaving. */
export const hasUnsaved = () => dirtyForms.size > 0

/** Leaves at once when nothing would be lost; else asks first. Every way out of a page goes through here. */
export function leave(go: () => void) {
  if (!hasUnsaved()) return go()
  waiting = go
  tell()
}

/** The way out that somebody took and has not confirmed. */
export const useWaitingLeave = () =>
  useSyncExternalStore(
    subscribe,
    () => waiting,
    () => undefined,
  )

/** Answers the question: go, and lose what is unsaved, or stay. */
export function answerLeave(goes: boolean) {
  const go = waiting
  waiting = undefined
  if (goes) {
    dirtyForms.clear()
    go?.()
  }
  tell()
}

/** `router.push`, after asking when a form on screen has unsaved changes. */
export function useGo(): (href: string) => void {
  const router = useRouter()
  return (href) => leave(() => router.push(href))
}

const guardMark = 'orderdeskGuard'
let atGuard = false

const isGuard = () => Boolean((window.history.state as Record<string, unknown> | null)?.[guardMark])

/**
 * An entry of its own in the browser's history, equal to the page's: going back from it leaves the page where it is,
 * so that there is time to ask.
 */
function standGuard() {
  if (!isGuard()) window.history.pushState({ ...window.history.state, [guardMark]: true }, '', window.location.href)
  atGuard = true
}

function onPopState() {
  const left = atGuard && !isGuard()
  atGuard = isGuard()
  if (!left) return
  // The entry below the guard is the same page. With nothing to lose, going back means the page before it.
  if (!hasUnsaved()) return window.history.back()
  standGuard()
  leave(() => {
    atGuard = false
    window.history.go(-2)
  })
}

/** The browser asks by itself, in its own words. */
function onBeforeUnload(event: BeforeUnloadEvent) {
  if (hasUnsaved()) event.preventDefault()
}

/** Links lead to other pages of ours without a page load, so the browser itself does not ask. */
function onClick(event: MouseEvent) {
  if (!hasUnsaved() || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link?.href || link.target === '_blank' || link.download) return
  const to = new URL(link.href)
  // Another state of the same page, such as an opened tab, loses nothing; another site asks by itself.
  if (to.origin !== window.location.origin || to.pathname === window.location.pathname) return
  event.preventDefault()
  event.stopImmediatePropagation()
  leave(() => link.click())
}

function watch() {
  window.addEventListener('beforeunload', onBeforeUnload)
  window.addEventListener('popstate', onPopState)
  document.addEventListener('click', onClick, true)
  standGuard()
}

/** The guard's entry stays in the history, and is watched, until somebody goes back over it. */
function unwatch() {
  window.removeEventListener('beforeunload', onBeforeUnload)
  document.removeEventListener('click', onClick, true)
}

/**
 * While `dirty`, every way out of the page asks first: links, the back button, closing the tab, other organizations.
 * Compute it by comparing with what the server holds, never from what was touched.
 */
export function useUnsaved(dirty: boolean) {
  useEffect(() => {
    if (!dirty) return
    const form = Symbol()
    if (dirtyForms.size === 0) watch()
    dirtyForms.add(form)
    return () => {
      dirtyForms.delete(form)
      if (dirtyForms.size === 0) unwatch()
    }
  }, [dirty])
}

'use client'

import { canSignInAgain, signInAgain } from './editing/sign-in-again'
import { hasUnsaved } from './editing/use-unsaved'

/** The address to return to after signing in: a path of ours, or nothing. */
export function readReturnPath(text: string | null): string {
  if (!text?.startsWith('/') || text.startsWith('//') || text.includes('\\')) return '/'
  return text
}

let leaving = false

/**
 * The session has ended: goes to the sign-in page, which leads back here. With unsaved work on screen it asks for the
 * password right there instead, unless `anyway`.
 */
export function leaveForSignIn({ anyway = false } = {}) {
  if (leaving || window.location.pathname === '/sign-in') return
  if (!anyway && hasUnsaved() && canSignInAgain()) {
    void signInAgain()
    return
  }
  leaving = true
  const here = window.location.pathname + window.location.search
  window.location.assign(`/sign-in?reason=expired&next=${encodeURIComponent(here)}`)
}

'use client'

/** The address to return to after signing in: a path of ours, or nothing. */
export function readReturnPath(text: string | null): string {
  if (!text?.startsWith('/') || text.startsWith('//') || text.includes('\\')) return '/'
  return text
}

let leaving = false

/** The session has ended: goes to the sign-in page, which leads back here. */
export function leaveForSignIn() {
  if (leaving || window.location.pathname === '/sign-in') return
  leaving = true
  const here = window.location.pathname + window.location.search
  window.location.assign(`/sign-in?reason=expired&next=${encodeURIComponent(here)}`)
}

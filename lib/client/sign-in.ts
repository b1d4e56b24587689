'use client'

/** How signing in ended. `seconds` is how long to wait before the next attempt is looked at. */
export type SignInResult =
  | { kind: 'done' }
  | { kind: 'wrong' }
  | { kind: 'throttled'; seconds: number }
  | { kind: 'disabled' }
  | { kind: 'unreachable' }
  | { kind: 'failed' }

/** Sends a form of next-auth's with its token against forgery. */
async function submit(action: 'callback/credentials' | 'signout', fields: Record<string, string>): Promise<Response> {
  const { csrfToken } = (await (await fetch('/api/auth/csrf', { cache: 'no-store' })).json()) as { csrfToken: string }
  return fetch(`/api/auth/${action}`, {
    method: 'POST',
    body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }),
    credentials: 'same-origin',
    redirect: 'manual',
  })
}

export async function signIn(email: string, password: string): Promise<SignInResult> {
  try {
    const answer = await submit('callback/credentials', { email, password })
    if (answer.ok) return { kind: 'done' }
    if (answer.status === 429) {
      return { kind: 'throttled', seconds: Number(answer.headers.get('retry-after')) || 15 * 60 }
    }
    const body = (await answer.json().catch(() => undefined)) as { innererror?: { code?: string } } | undefined
    if (body?.innererror?.code === 'AccountDisabled') return { kind: 'disabled' }
    return { kind: answer.status === 401 ? 'wrong' : 'failed' }
  } catch {
    return { kind: 'unreachable' }
  }
}

/** Ends the session on the server and loads a page anew, so that nothing read before stays in memory. */
export async function signOutTo(href: string): Promise<void> {
  await submit('signout', {}).catch(() => undefined)
  await (await import('./editing/drafts')).dropAllDrafts()
  window.location.assign(href)
}

export const signOut = () => signOutTo('/sign-in?reason=signedOut')

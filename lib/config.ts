import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The address people and clients use, without a path; `http://localhost:$PORT` when `PUBLIC_URL` is not set. */
export function publicOrigin(): URL {
  return new URL(process.env.PUBLIC_URL || `http://localhost:${process.env.PORT || 3000}`)
}

/** Whether cookies are `__Host-` and `Secure` and pages ask for https for good (decision 57). */
export const isSecure = () => publicOrigin().protocol === 'https:'

const isLocal = ({ hostname }: URL) => /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)

let secret: string | undefined

/**
 * The key that session cookies and signatures are made with: `AUTH_SECRET`, or one generated once into `data/`.
 * Read at first use, so that a build needs none.
 */
export function authSecret(): string {
  secret ??= process.env.AUTH_SECRET || generatedSecret()
  return secret
}

const readIfThere = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8').trim() || undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function generatedSecret(): string {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), 'data')
  const file = join(folder, 'auth-secret')
  const kept = readIfThere(file)
  if (kept) return kept
  mkdirSync(folder, { recursive: true })
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600 })
  try {
    // A link is made whole or not at all: of two processes that start together, both read the first one's secret.
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return readIfThere(file)!
}

/** The first system admin of a new installation, when both settings are given. */
export function firstAdmin(): { email: string; password: string } | undefined {
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = process.env
  return email && password ? { email, password } : undefined
}

/** What keeps the server from starting: one sentence for each setting that is wrong. Empty when all is well. */
export function settingsProblems(): string[] {
  const problems: string[] = []
  const { PUBLIC_URL, AUTH_SECRET, ADMIN_EMAIL, ADMIN_PASSWORD, NODE_ENV } = process.env
  const url = URL.parse(PUBLIC_URL || publicOrigin().href)
  if (!url || !/^https?:$/.test(url.protocol)) {
    problems.push(`PUBLIC_URL must be an address such as https://shop.example, not "${PUBLIC_URL}".`)
  } else if (url.pathname !== '/' || url.search || url.hash || url.username) {
    problems.push('PUBLIC_URL must be an address without a path: Orderdesk is served at the root of its host.')
  } else if (NODE_ENV === 'production' && !isLocal(url) && !AUTH_SECRET) {
    problems.push('AUTH_SECRET is required when PUBLIC_URL is not local. Make one: openssl rand -base64 33')
  }
  if (AUTH_SECRET && AUTH_SECRET.length < 16) problems.push('AUTH_SECRET must have at least 16 characters.')
  if (Boolean(ADMIN_EMAIL) !== Boolean(ADMIN_PASSWORD)) {
    problems.push('ADMIN_EMAIL and ADMIN_PASSWORD belong together: set both or neither.')
  } else if (ADMIN_PASSWORD && ADMIN_PASSWORD.length < 8) {
    problems.push('ADMIN_PASSWORD must have at least 8 characters.')
  }
  return problems
}

import { createHash } from 'node:crypto'
import type { Expected } from '@/lib/expected-version'

/** What a handler answers, before headers that belong to every answer are added. */
export type Reply = {
  /** Default: the operation's own success status. */
  status?: number
  /** A JSON value, ready JSON text in `json`, or a finished `Response` for streams. */
  body?: unknown
  json?: string
  stream?: Response
  /** The version of the single resource answered; makes the `ETag` (decision 42). */
  version?: number
  headers?: Record<string, string>
}

const replies = new WeakSet<Reply>()

/** A reply with more to say than its body. */
export function reply(parts: Reply): Reply {
  replies.add(parts)
  return parts
}

/** A single stored resource, answered with its `ETag`. */
export const versioned = (body: unknown, version: number, parts: Reply = {}): Reply =>
  reply({ ...parts, body, version })

/** Handlers may return a bare body, nothing, or a `reply`. */
export const asReply = (value: unknown): Reply =>
  typeof value === 'object' && value !== null && replies.has(value as Reply) ? (value as Reply) : { body: value }

/** `"<version>-<hash of the body>"` (decision 42). */
export const entityTag = (version: number, body: string) =>
  `"${version}-${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`

const listed = (header: string) =>
  header
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .filter(Boolean)

/** Whether `If-None-Match` names this tag. */
export const namesTag = (header: string | null, tag: string) =>
  header !== null && (header.trim() === '*' || listed(header).includes(tag))

/** What `If-Match` asks of the stored version. */
export function readExpected(header: string | null): Expected {
  if (header === null) return undefined
  if (header.trim() === '*') return '*'
  // A tag that is not ours has no version, so it matches nothing and the write is refused as stale.
  return listed(header).map((tag) => Number(/^"(\d+)-[\w-]+"$/.exec(tag)?.[1] ?? -1))
}

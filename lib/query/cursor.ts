import { createHash, createHmac, createSecretKey, timingSafeEqual } from 'node:crypto'
import { queryError } from './query-error'

/** The value of one sort key in the row a cursor stands on. */
export type CursorValue = string | number | boolean | null

/** A place in a sorted list: behind (`next`) or before (`previous`) the row with these sort-key values. */
export type Cursor = {
  direction: 'next' | 'previous'
  values: CursorValue[]
  /** Relevance order was in force when the walk began (see run-list.ts); it stays so until its end. */
  ranked?: boolean
}

export type TokenCodec = {
  /** `binding` names the list the cursor belongs to: resource, scope, sort, filter, search (see `listBinding`). */
  encode(cursor: Cursor, binding: string): string
  /** Throws 400 `InvalidToken` for a token that is malformed, altered, or of another list or direction. */
  decode(token: string, direction: Cursor['direction'], binding: string): Cursor
}

const macBytes = 16
const longestToken = 4096

/**
 * Tokens are URL-safe base64 of a 16-byte HMAC-SHA-256 followed by JSON. The HMAC covers the list they belong to as
 * well, so a token moved to another list, sort or filter is refused like an altered one.
 */
export function tokenCodec(secret: string): TokenCodec {
  const key = createSecretKey(createHash('sha256').update('orderdesk:page-token\0').update(secret).digest())
  const sign = (payload: string, binding: string) =>
    createHmac('sha256', key).update(binding).update('\0').update(payload).digest().subarray(0, macBytes)

  return {
    encode(cursor, binding) {
      const payload = JSON.stringify([cursor.direction === 'next' ? 1 : 0, cursor.ranked ? 1 : 0, ...cursor.values])
      return Buffer.concat([sign(payload, binding), Buffer.from(payload)]).toString('base64url')
    },
    decode(token, direction, binding) {
      const parameter = direction === 'next' ? '$nextToken' : '$previousToken'
      const bytes =
        /^[A-Za-z0-9_-]+$/.test(token) && token.length <= longestToken ? Buffer.from(token, 'base64url') : undefined
      // Unused trailing bits would let several spellings decode alike.
      if (!bytes || bytes.length <= macBytes || bytes.toString('base64url') !== token) throw refused(parameter)
      const payload = bytes.subarray(macBytes).toString()
      if (!timingSafeEqual(bytes.subarray(0, macBytes), sign(payload, binding))) throw refused(parameter)
      const [forward, ranked, ...values] = JSON.parse(payload) as [number, number, ...CursorValue[]]
      if ((forward === 1) !== (direction === 'next')) throw refused(parameter)
      return ranked === 1 ? { direction, values, ranked: true } : { direction, values }
    },
  }
}

const refused = (parameter: string) =>
  queryError(
    { code: 'InvalidToken', parameter, offset: 0 },
    'This page token is malformed or belongs to another list, filter or sort. Start again without it, and follow @nextLink and @previousLink as they are.',
  )

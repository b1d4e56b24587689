import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { authSecret } from '@/lib/config'

let key: Buffer | undefined

/** A key of this use's own, so that no signature made for something else fits. */
function signingKey(): Buffer {
  key ??= createHash('sha256').update('orderdesk:attachments\0').update(authSecret()).digest()
  return key
}

/** Signs a text for an address: 32 URL-safe characters. */
export const sign = (text: string): string =>
  createHmac('sha256', signingKey()).update(text).digest().subarray(0, 24).toString('base64url')

/** Whether a signature is the text's, without telling by time how far it fits. */
export function isSigned(text: string, signature: string): boolean {
  const expected = Buffer.from(sign(text))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

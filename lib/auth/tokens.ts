import { createHash, randomBytes } from 'node:crypto'

/**
 * The three kinds of bearer token, told apart by how they begin (decision 7), and the two that stand in links: of an
 * invitation and for a new password. Those are good for nothing else.
 */
const prefixes = {
  access: 'od_at_',
  refresh: 'od_rt_',
  apiKey: 'od_key_',
  invitation: 'od_in_',
  passwordReset: 'od_pw_',
} as const

export type TokenKind = keyof typeof prefixes

/** A new secret token. Only its hash is ever stored. */
export const makeToken = (kind: TokenKind): string => prefixes[kind] + randomBytes(32).toString('base64url')

/** Which kind a token says it is; undefined for anything that is not ours. */
export const kindOfToken = (token: string): TokenKind | undefined =>
  (Object.keys(prefixes) as TokenKind[]).find((kind) => token.startsWith(prefixes[kind]))

/** SHA-256, in hex. The tokens hold 256 random bits, so nothing slower is needed. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** The first characters of a token, by which people tell their keys apart. */
export const hintOf = (token: string): string => token.slice(0, 12)

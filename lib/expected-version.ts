import { AppError } from './errors'

/** The versions a caller's `If-Match` accepts; `*` any, undefined when it was not sent. */
export type Expected = readonly number[] | '*' | undefined

/**
 * Refuses a write that was made against another version than the stored one.
 * @throws AppError PreconditionFailed
 */
export function requireVersion(what: string, stored: number, expected: Expected): void {
  if (expected === undefined || expected === '*' || expected.includes(stored)) return
  throw new AppError(
    'PreconditionFailed',
    `${what} changed meanwhile: it is at version ${stored}. Read it again and repeat the change.`,
    { target: 'If-Match', inner: { code: 'StaleVersion', version: stored } },
  )
}

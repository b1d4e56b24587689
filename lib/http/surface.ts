import type { z } from 'zod'
import type { Reader } from '@/db'
import type { Actor, Surface } from '@/lib/auth/actor'
import type { AppError } from '@/lib/errors'
import type { Organization } from '@/lib/organizations/organization'
import type { AnyOperation } from './operation'

export type Asked = {
  operation: AnyOperation
  actor: Actor
  params: Record<string, string>
  db: Reader
  request: Request
}

/**
 * What one public vocabulary binds once: how it reads its caller, how its failures look, which paths are its own.
 * Holds no business rule.
 */
export type Vocabulary = {
  surface: Surface
  /** The mount below `/api`, for unknown routes: `''`, `/v1`, `/admin/v2`, `/order-v2`. */
  mount: string
  /**
   * Reads the caller. Anonymous when no credentials were sent.
   * @throws AppError Unauthorized when credentials were sent and are not good
   */
  identify(db: Reader, request: Request, requestId: string): Promise<Actor>
  /** The error body of this vocabulary and the status it goes with; `body: null` for an empty one. */
  renderError(error: AppError, requestId: string): { status: number; body: unknown; headers?: Record<string, string> }
  /** Checks the syntax of path parameters. @throws AppError BadArgument, or NotFound where malformed means absent */
  checkParams?(params: Record<string, string>): void
  /**
   * Authorization of its own, in place of the operation's `access`. What it finds out is the handler's: the
   * organization, and who acts where that is somebody else than the bearer of the token.
   * @throws AppError Unauthorized, Forbidden, NotFound
   */
  authorize?(asked: Asked): Promise<{ actor?: Actor; organization?: Organization }>
  /** Reads an operation's query string in place of the Nodeblocks rules. @throws AppError BadArgument */
  readQuery?(operation: AnyOperation, search: URLSearchParams): Record<string, unknown>
  /** Checks a body in place of the common wording. @throws AppError BadArgument */
  validate?<S extends z.ZodType>(schema: S, input: unknown, target: 'RequestBody' | 'RequestQuery'): z.output<S>
}

import type { Reader } from '@/db'
import type { Actor, Surface } from '@/lib/auth/actor'
import type { AppError } from '@/lib/errors'
import type { AnyOperation } from './operation'

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
  /** Authorization of its own, in place of the operation's `access`. @throws AppError Unauthorized, Forbidden */
  authorize?(operation: AnyOperation, actor: Actor, params: Record<string, string>): void
}

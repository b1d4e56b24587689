import { canSignInAgain, signInAgain } from './editing/sign-in-again'

/** The error body of our surface (spec nodeblocks 6), as far as screens read it. */
export type ApiErrorBody = {
  code: string
  message: string
  target?: string
  details?: { code: string; message: string; target?: string }[]
  innererror?: { code?: string; [key: string]: unknown }
}

/** An answer that is not 2xx, or none at all: `status` is then 0 and `code` `Unreachable`. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly body: ApiErrorBody,
    readonly requestId: string | null,
    /** Seconds, when the server says how long to wait. */
    readonly retryAfter: number | null = null,
  ) {
    super(body.message)
    this.name = 'ApiError'
  }

  get code() {
    return this.body.code
  }
}

/** A single resource beside the tag that names its version, for `If-Match`. */
export type Tagged<T> = {
  data: T
  etag: string | null
  /** Of a deletion: what takes it back. */
  batchId?: string
}

export type ListAnswer<T> = {
  total: number
  count: number
  '@nextLink'?: string
  '@previousLink'?: string
  value: T[]
}

type Options = {
  body?: unknown
  etag?: string | null
  signal?: AbortSignal
  /** Beside, or instead of, those that are always sent: `prefer`, or an `idempotency-key` that is to be used again. */
  headers?: Record<string, string>
}

/** `crypto.randomUUID` exists on secure origins only, and a shop's own network may be plain http. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Calls our own API with the browser's session. `path` is below `/api`. A write that finds the session ended waits
 * until its person has signed in again over the page, and is then sent once more, under the same idempotency key.
 * @throws ApiError for every answer that is not 2xx; the abort's own error when `signal` fires
 */
export async function callApi<T>(method: string, path: string, options: Options = {}): Promise<Tagged<T>> {
  const { body, etag, signal } = options
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (etag) headers['if-match'] = etag
  if (method === 'POST') headers['idempotency-key'] = newKey()
  Object.assign(headers, options.headers)
  const init: RequestInit = {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
    signal,
    cache: 'no-store',
    credentials: 'same-origin',
  }
  let response = await send(path, init)
  if (response.status === 401 && method !== 'GET' && canSignInAgain()) {
    await signInAgain()
    response = await send(path, init)
  }
  const answer = await readBody(response)
  const requestId = response.headers.get('x-request-id')
  if (!response.ok) {
    const retryAfter = Number(response.headers.get('retry-after')) || null
    const known = typeof answer === 'object' && answer !== null && 'code' in answer && 'message' in answer
    const fallback = { code: 'UnexpectedError', message: `The server answered ${response.status}.` }
    throw new ApiError(response.status, known ? (answer as ApiErrorBody) : fallback, requestId, retryAfter)
  }
  const batchId = response.headers.get('x-batch-id')
  return { data: answer as T, etag: response.headers.get('etag'), ...(batchId ? { batchId } : {}) }
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(`/api${path}`, init)
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new ApiError(0, { code: 'Unreachable', message: 'The server could not be reached.' }, null)
  }
}

export const getJson = async <T>(path: string, signal?: AbortSignal): Promise<T> =>
  (await callApi<T>('GET', path, { signal })).data

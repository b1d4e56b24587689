import { NextRequest } from 'next/server'
import { errorStatus } from '@/lib/errors'
import { type AnyOperation, matchPath } from '@/lib/http/operation'

type RouteFunction = (request: NextRequest) => Promise<Response>
type RouteFile = Record<string, RouteFunction | undefined>

const files = import.meta.glob<RouteFile>('/app/api/**/route.ts')

/** `/app/api/orgs/[orgId]/orders/route.ts` → `/api/orgs/{orgId}/orders` and how specific it is. */
const routes = Object.keys(files)
  .map((file) => {
    const path = file.replace(/^\/app/, '').replace(/\/route\.ts$/, '')
    return {
      file,
      pattern: path.replace(/\[(\.\.\.)?(\w+)\]/g, (_, rest, name) => (rest ? '{...}' : `{${name}}`)),
      open: path.includes('[...'),
      fixed: path
        .split('/')
        .map((part) => (part.startsWith('[') ? '1' : '0'))
        .join(''),
    }
  })
  // As Next does: a fixed segment wins over a named one, a catch-all comes last.
  .sort((a, b) => Number(a.open) - Number(b.open) || a.fixed.localeCompare(b.fixed))

function findFile(path: string): string | undefined {
  // The one rewrite of next.config.mjs: `…/x:verb` is served from the folder `…/x/verb`.
  const served = path.replace(/^(\/api\/.+?)(?::|%3A)([A-Za-z]+)$/i, '$1/$2')
  return routes.find(({ pattern, open }) =>
    open ? served.startsWith(pattern.slice(0, pattern.indexOf('{...}'))) : matchPath(pattern, served) !== undefined,
  )?.file
}

export type CallOptions = {
  /** A bearer token. */
  as?: string | { token: string }
  /** Sent as JSON unless it is text or bytes. */
  body?: unknown
  headers?: Record<string, string>
}

export type Answer = {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the contract promises.
  body: any
  text: string
  bytes: Uint8Array
}

/**
 * Calls the real route handler of a path, in this process, the way Next would, and checks the answer against what the
 * operation declares: its status, its schema, the error shape, the `x-request-id`.
 */
export async function call(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
  const url = new URL(path, 'http://localhost:3000')
  const file = findFile(url.pathname)
  if (!file) throw new Error(`No route file serves ${url.pathname}.`)
  const handler = (await files[file]!())[method]
  if (!handler) throw new Error(`${file} exports no ${method}.`)

  const headers = new Headers({ host: url.host, ...options.headers })
  const token = typeof options.as === 'string' ? options.as : options.as?.token
  if (token) headers.set('authorization', `Bearer ${token}`)
  let body = options.body
  if (body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array)) {
    body = JSON.stringify(body)
    if (!headers.has('content-type')) headers.set('content-type', 'application/json')
  }
  const request = new NextRequest(url, { method, headers, body: body as BodyInit | undefined })
  const response = await handler(request)
  const bytes = new Uint8Array(await response.arrayBuffer())
  const text = new TextDecoder().decode(bytes)
  const json = /json/.test(response.headers.get('content-type') ?? '')
  const answer = {
    status: response.status,
    headers: response.headers,
    body: json ? JSON.parse(text) : text,
    text,
    bytes,
  }
  requireDeclared((handler as { operation?: AnyOperation }).operation, answer, `${method} ${path}`)
  return answer
}

const knownStatuses: ReadonlySet<number> = new Set([206, 304, ...Object.values(errorStatus)])

/** The published document cannot lie: every answer a test sees is held against the operation's declaration. */
function requireDeclared(operation: AnyOperation | undefined, answer: Answer, what: string): void {
  if (!answer.headers.get('x-request-id')) throw new Error(`${what} answered without x-request-id.`)
  if (!operation) return
  const { status, schema } = operation.success
  if (answer.status === status) {
    if (!schema) {
      if (answer.text !== '' && !operation.success.contentType)
        throw new Error(`${what} answered a body where none is declared: ${answer.text}`)
      return
    }
    const result = schema.safeParse(answer.body)
    if (!result.success) throw new Error(`${what} answered against its schema: ${result.error.message}\n${answer.text}`)
  } else if (answer.status === 207 && operation.lenient) {
    operation.lenient.answer.parse(answer.body)
  } else if (!knownStatuses.has(answer.status) && answer.status !== 207) {
    throw new Error(`${what} answered ${answer.status}, which is not declared: ${answer.text}`)
  }
}

/** Every route handler there is, with its operation, for the tests that go through all of them. */
export async function allHandlers(): Promise<{ file: string; method: string; operation: AnyOperation }[]> {
  const found: { file: string; method: string; operation: AnyOperation }[] = []
  for (const [file, load] of Object.entries(files)) {
    for (const [method, handler] of Object.entries(await load())) {
      const operation = (handler as { operation?: AnyOperation } | undefined)?.operation
      if (operation) found.push({ file, method, operation })
    }
  }
  return found
}

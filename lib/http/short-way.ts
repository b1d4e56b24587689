import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import { idPattern } from '@/lib/ids'
import type { Answer } from './answer'
import type { AnyOperation } from './operation'

/**
 * The short way of an API request: straight from the server's connection to its operation. Next's own way from there
 * costs more than all our work on most requests (docs/decisions/short-way.md). It is taken only where the path is one of
 * ours beyond doubt: every fixed segment as it is declared, every parameter an id. All else goes Next's way and gets the
 * same answer from the same operation.
 */

type Run = (request: Request) => Promise<Answer>
type Place = { fixed: Map<string, Place>; id?: Place; runs: Map<string, Run> }

const newPlace = (): Place => ({ fixed: new Map(), runs: new Map() })

// On the process itself: a server loads this module once for each of its bundles.
const holder = globalThis as typeof globalThis & { orderdeskShortWays?: Place }
holder.orderdeskShortWays ??= newPlace()
const root = holder.orderdeskShortWays

/** Makes an operation reachable the short way. Its module is loaded when the server starts, with all other routes. */
export function addShortWay({ method, path, aliases = [] }: AnyOperation, run: Run): void {
  for (const pattern of [path, ...aliases]) {
    let place = root
    for (const part of pattern.split('/').slice(1)) {
      if (!part.includes('{')) {
        const next = place.fixed.get(part) ?? newPlace()
        place.fixed.set(part, next)
        place = next
      } else if (/^\{\w+\}$/.test(part)) {
        place.id ??= newPlace()
        place = place.id
      } else return
    }
    place.runs.set(method, run)
  }
}

function findRun(method: string, path: string): Run | undefined {
  let place: Place | undefined = root
  for (const segment of path.split('/').slice(1)) {
    place = place.fixed.get(segment) ?? (idPattern.test(segment) ? place.id : undefined)
    if (!place) return undefined
  }
  return place.runs.get(method)
}

/** Answers a request that can go the short way; false for all others, which are left untouched. */
export function takeShortWay(incoming: IncomingMessage, outgoing: ServerResponse): boolean {
  const { url = '', method = '' } = incoming
  if (!url.startsWith('/api/')) return false
  const end = url.indexOf('?')
  const run = findRun(method, url.slice('/api'.length, end < 0 ? undefined : end))
  if (!run) return false
  // As Next has it for those that did not come through a proxy.
  incoming.headers['x-forwarded-for'] ??= incoming.socket.remoteAddress ?? 'unknown'
  let request: Request
  try {
    request = toRequest(incoming, outgoing)
  } catch {
    return false
  }
  run(request)
    .then((answer) => send(answer, incoming, outgoing))
    // What fails here is the connection; what fails before is answered by the operation.
    .catch(() => outgoing.destroy())
  return true
}

/** The request as the operations read it. Throws for a `Host` that makes no address. */
function toRequest(incoming: IncomingMessage, outgoing: ServerResponse): Request {
  const { method, url, headers } = incoming
  // Only names that may stand several times come as arrays, and the operations read none of those.
  const given = new Headers(headers as Record<string, string>)
  const address = `http://${headers.host ?? 'localhost'}${url}`
  if (method === 'GET') return new Request(address, { headers: given })
  const aborted = new AbortController()
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) aborted.abort()
  })
  const request = new Request(address, { method, headers: given, signal: aborted.signal })
  // The operations read a body piece by piece, which the connection gives as well as a web stream made of it.
  Object.defineProperty(request, 'body', { value: hasBody(incoming) ? incoming : null })
  return request
}

const hasBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

const compress = promisify(gzip)

/** Shorter answers do not get smaller, as with Next. */
const leastCompressed = 1024

async function send(answer: Answer, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  if ('stream' in answer) {
    const { status, headers, body } = answer.stream
    outgoing.statusCode = status
    outgoing.setHeaders(headers)
    if (body) await pipeline(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), outgoing)
    else outgoing.end()
    return
  }
  const { status, headers } = answer
  let body = Buffer.from(answer.body ?? '')
  if (body.length >= leastCompressed) {
    headers.vary = 'Accept-Encoding'
    if (/\bgzip\b/.test(String(incoming.headers['accept-encoding'] ?? ''))) {
      headers['content-encoding'] = 'gzip'
      body = await compress(body, { level: constants.Z_BEST_SPEED })
    }
  }
  if (status !== 204 && status !== 304) headers['content-length'] = String(body.length)
  outgoing.writeHead(status, headers)
  outgoing.end(body)
}

import { headers } from 'next/headers'
import { NextRequest } from 'next/server'

type Handler = (request: NextRequest) => Promise<Response>

/** The answer of a route; `data` is undefined when it is not 2xx. */
export type Answer = { status: number; data: unknown; etag: string | null }

/**
 * Asks one of our own routes for this page's reader, in this process: what a page shows at first comes through the
 * same door, with the same checks, as what the browser fetches later. What is refused here the browser asks for
 * itself, and shows why.
 */
export async function readApi(handler: Handler, path: string): Promise<Answer> {
  const head = new Headers(await headers())
  for (const name of ['if-none-match', 'if-match', 'content-length', 'content-type']) head.delete(name)
  const address = `http://${head.get('host') ?? 'localhost'}/api${path}`
  const response = await handler(new NextRequest(address, { headers: head }))
  const data = response.ok ? await response.json() : undefined
  return { status: response.status, data, etag: response.headers.get('etag') }
}

/** Whether a person opened this address anew. Within the application the browser has, or asks for, the data itself. */
export async function isFirstLoad(): Promise<boolean> {
  const destination = (await headers()).get('sec-fetch-dest')
  return destination === null || destination === 'document'
}

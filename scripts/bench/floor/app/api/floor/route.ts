import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const bodies = new Map<string, Buffer>()

/** The floor of every comparison: a route handler that does nothing but answer the same bytes. */
export async function GET(request: Request): Promise<Response> {
  const name = new URL(request.url).searchParams.get('name') ?? ''
  let body = bodies.get(name)
  if (!body) {
    body = readFileSync(join(process.env.FLOOR_BODIES!, name))
    bodies.set(name, body)
  }
  return new Response(new Uint8Array(body), { headers: { 'content-type': 'application/json; charset=utf-8' } })
}

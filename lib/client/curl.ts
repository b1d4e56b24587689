'use client'

const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

/** A call of our API as a command line; the token is the reader's own. `path` is below `/api`. */
export function toCurl(method: string, path: string, body?: unknown): string {
  const parts = [
    'curl',
    ...(method === 'GET' ? [] : ['-X', method]),
    quote(`${window.location.origin}/api${path.replaceAll('%24', '$').replaceAll('+', '%20')}`),
    '-H "authorization: Bearer $TOKEN"',
    ...(body === undefined ? [] : ["-H 'content-type: application/json'", '-d', quote(JSON.stringify(body))]),
  ]
  return parts.join(' ')
}

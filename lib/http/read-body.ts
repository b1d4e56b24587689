import { AppError, badArgument, type ErrorDetail } from '@/lib/errors'

export const defaultMaxBodyBytes = 1024 * 1024

/**
 * Reads a request's body as bytes, refusing more than `limit` before it is kept in memory.
 * @throws AppError PayloadTooLarge
 */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new AppError('PayloadTooLarge', `The body is larger than ${limit} bytes. Send it in smaller parts.`, {
      target: 'RequestBody',
    })
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > limit) throw tooLarge()
    chunks.push(chunk)
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
}

/**
 * Parses JSON text that must be valid Unicode without NUL.
 * @throws AppError UnsupportedMediaType, BadArgument
 */
export function parseJson(bytes: Uint8Array, contentType: string | null): unknown {
  if (!/^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(contentType ?? '')) {
    throw new AppError('UnsupportedMediaType', 'Send the body as `Content-Type: application/json`.', {
      target: 'RequestBody',
    })
  }
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    const message = error instanceof SyntaxError ? error.message : 'The bytes are not UTF-8.'
    throw badArgument('RequestBody', 'The body is not valid JSON.', [
      { code: 'InvalidFormat', target: 'RequestBody', message },
    ])
  }
  const bad: ErrorDetail[] = []
  refuseBrokenText(value, '', bad, 0)
  if (bad.length > 0) throw badArgument('RequestBody', 'The body holds text that is not valid Unicode.', bad)
  return value
}

function refuseBrokenText(value: unknown, path: string, bad: ErrorDetail[], depth: number): void {
  if (depth > 64) {
    bad.push({ code: 'InvalidFormat', target: path, message: 'Nested deeper than 64 levels.' })
  } else if (typeof value === 'string') {
    if (!value.isWellFormed() || value.includes('\0')) {
      bad.push({ code: 'InvalidFormat', target: path, message: 'Holds a lone surrogate or a NUL character.' })
    }
  } else if (typeof value === 'object' && value !== null && bad.length < 10) {
    for (const [key, member] of Object.entries(value)) {
      refuseBrokenText(key, path, bad, depth + 1)
      refuseBrokenText(member, path ? `${path}.${key}` : key, bad, depth + 1)
    }
  }
}

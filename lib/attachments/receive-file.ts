import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { badArgument } from '@/lib/errors'

const wrongLength = (signed: number, what: string) => {
  const message = `The address was signed for ${signed} bytes; ${what}.`
  return badArgument('RequestBody', message, [{ code: 'OutOfRange', target: 'Content-Length', message }])
}

/**
 * Checks what a PUT announces against what was signed, before a byte is read.
 * @throws AppError BadArgument
 */
export function requireAnnounced(headers: Headers, signed: { type: string; length: number }): void {
  const length = headers.get('content-length')
  if (length !== String(signed.length)) {
    throw wrongLength(
      signed.length,
      length === null ? 'send `Content-Length`' : `the request announces ${length.slice(0, 20)}`,
    )
  }
  const type = /^[^;]*/
    .exec(headers.get('content-type') ?? '')![0]
    .trim()
    .toLowerCase()
  if (type === signed.type) return
  const message = `The address was signed for ${signed.type}; send that as \`Content-Type\`.`
  throw badArgument('RequestBody', message, [{ code: 'NotAllowed', target: 'Content-Type', message }])
}

/**
 * Writes a body to a local file as it arrives, never holding more than a piece of it, and gives its SHA-256.
 * @throws AppError BadArgument when it is longer, or ends sooner, than was signed
 */
export async function receiveFile(
  body: ReadableStream<Uint8Array> | null,
  path: string,
  length: number,
): Promise<string> {
  const file = await open(path, 'wx')
  const hash = createHash('sha256')
  let received = 0
  try {
    if (body) {
      for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
        received += piece.byteLength
        if (received > length) throw wrongLength(length, 'more arrived')
        hash.update(piece)
        await file.writeFile(piece)
      }
    }
  } catch (error) {
    // Whoever hangs up in the middle has sent too little; nobody is left to read the answer.
    if (received < length && isHangUp(error)) throw wrongLength(length, `${received} arrived`)
    throw error
  } finally {
    await file.close()
  }
  if (received < length) throw wrongLength(length, `${received} arrived`)
  return hash.digest('hex')
}

const isHangUp = (error: unknown) => {
  const { code, name } = error as { code?: string; name?: string }
  return (
    code === 'ECONNRESET' ||
    code === 'ERR_STREAM_PREMATURE_CLOSE' ||
    name === 'AbortError' ||
    name === 'ResponseAborted'
  )
}

import { open } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { AppError } from '@/lib/errors'
import { maxPixels } from './attachment'
import type { FileType } from './file-types'

/** Pixels; null for what is not a picture. */
export type Dimensions = { width: number | null; height: number | null }

const refuse = (code: 'WrongContent' | 'TooManyPixels', message: string) =>
  new AppError('BadArgument', message, {
    target: 'RequestBody',
    details: [{ code: 'NotAllowed', target: 'RequestBody', message }],
    inner: { code },
  })

/** What `file-type` needs to see of a file. */
const headBytes = 4100

async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/**
 * Looks at a file's content: it must be what was promised, and a picture must not be too large to decode. Only headers
 * are read.
 * @throws AppError BadArgument
 */
export async function inspectFile(path: string, type: FileType): Promise<Dimensions> {
  const found = await fileTypeFromBuffer(await readHead(path)).catch(() => undefined)
  if (found?.mime !== type) {
    throw refuse(
      'WrongContent',
      `The content is ${found ? found.mime : 'of no type we take'}, not ${type} as was announced.`,
    )
  }
  if (!type.startsWith('image/')) return { width: null, height: null }
  const { width, height } = await sharp(path, { limitInputPixels: false, failOn: 'error' })
    .metadata()
    .catch(() => {
      throw refuse('WrongContent', 'The picture cannot be read. It may be damaged.')
    })
  if (!width || !height) throw refuse('WrongContent', 'The picture has no size.')
  if (width * height > maxPixels) {
    throw refuse(
      'TooManyPixels',
      `The picture has ${width} × ${height} pixels; at most ${maxPixels / 1_000_000} million are taken.`,
    )
  }
  return { width, height }
}

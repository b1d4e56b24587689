import { Readable } from 'node:stream'
import { eq } from 'drizzle-orm'
import type { Reader } from '@/db'
import { attachments, storedFiles } from '@/db/schema'
import { now } from '@/lib/clock'
import { AppError, badArgument, forbidden, notFound } from '@/lib/errors'
import { thumbnailWidths } from './file-types'
import { fileName, isGoodLink } from './file-url'
import { type ByteRange, storage } from './storage'
import { readThumbnail } from './thumbnail'

/** What is asked for: an attachment's file under its name, perhaps smaller, perhaps with a private link's proof. */
export type FileRequest = {
  attachmentId: string
  name: string
  width?: number
  expires?: string
  signature?: string
}

const yearSeconds = 365 * 24 * 60 * 60

/** `bytes=0-99`, `bytes=100-`, `bytes=-50` → a range within `size`; null when it cannot be met; several are ignored. */
export function readRange(header: string | null, size: number): ByteRange | null | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? null : { start: size - length, end: size - 1 }
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < start) return undefined
  return start < size ? { start, end } : null
}

/**
 * Answers a file: the whole or a range of it, a thumbnail, or 304. Never anything a browser would run: its type is said
 * and not to be guessed, it is an attachment, and a sandbox closes what is opened anyway.
 * @throws AppError NotFound, Forbidden for a private file without a good link, BadArgument for a width that is not served
 */
export async function serveFile(db: Reader, asked: FileRequest, headers: Headers): Promise<Response> {
  const [found] = await db
    .select({ attachment: attachments, key: storedFiles.key })
    .from(attachments)
    .innerJoin(storedFiles, eq(storedFiles.hash, attachments.hash))
    .where(eq(attachments.id, asked.attachmentId))
  if (!found || fileName(found.attachment) !== asked.name) throw notFound('File')
  const { attachment, key } = found
  const { hash, isPublic } = attachment
  if (!isPublic && !isGoodLink(attachment.id, hash, asked.expires ?? '', asked.signature ?? '')) {
    throw forbidden('This link has expired. Read the attachment again for a new one.', { code: 'LinkExpired' })
  }

  const tag = `"${hash.slice(0, 32)}${asked.width === undefined ? '' : `-${asked.width}`}"`
  const common = headersOf(attachment, asked, tag)
  const given = headers.get('if-none-match')
  if (given && (given.trim() === '*' || given.split(',').some((one) => one.trim().replace(/^W\//, '') === tag))) {
    return new Response(null, { status: 304, headers: common })
  }
  if (asked.width !== undefined) return thumbnail(key, asked.width, attachment.type, common)

  const condition = headers.get('if-range')
  const range = condition && condition !== tag ? undefined : readRange(headers.get('range'), attachment.size)
  if (range === null) {
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${attachment.size}` } })
  }
  const file = await storage().read(`${key}/original`, range)
  if (!file) throw missing()
  const length = range ? range.end - range.start + 1 : file.size
  return new Response(toWeb(file.stream), {
    status: range ? 206 : 200,
    headers: {
      ...common,
      'content-type': attachment.type,
      'content-length': String(length),
      ...(range ? { 'content-range': `bytes ${range.start}-${range.end}/${file.size}` } : {}),
    },
  })
}

async function thumbnail(key: string, width: number, type: string, common: Record<string, string>): Promise<Response> {
  if (!type.startsWith('image/') || !(thumbnailWidths as readonly number[]).includes(width)) {
    const message = type.startsWith('image/')
      ? `Pictures are served in the widths ${thumbnailWidths.join(', ')}.`
      : `There is no smaller form of ${type}.`
    throw badArgument('RequestQuery', message, [{ code: 'NotAllowed', target: 'w', message }])
  }
  const small = await readThumbnail(key, width)
  if (!small) throw missing()
  const name = common['content-disposition']!.replace(/\.\w+"$/, '.webp"')
  return new Response(toWeb(small.stream), {
    headers: {
      ...common,
      'content-disposition': name,
      'content-type': 'image/webp',
      'content-length': String(small.size),
    },
  })
}

const toWeb = (stream: Readable) => Readable.toWeb(stream) as ReadableStream<Uint8Array>

/** The row is there and the content is not: somebody emptied the storage. */
const missing = () => new AppError('ServiceUnavailable', 'The file’s content cannot be read now.', { retryAfter: 60 })

/** The address holds the content's hash, so what is behind it never changes. */
function headersOf({ isPublic }: { isPublic: boolean }, { name, expires }: FileRequest, tag: string) {
  const seconds = isPublic ? yearSeconds : Math.max(0, Math.floor((Number(expires) - now()) / 1000))
  return {
    etag: tag,
    'accept-ranges': 'bytes',
    'cache-control': `${isPublic ? 'public' : 'private'}, max-age=${seconds}, immutable`,
    'content-disposition': `attachment; filename="${name}"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
  }
}

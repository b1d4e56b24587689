import { now } from '@/lib/clock'
import { fileTypes, isFileType } from './file-types'
import { isSigned, sign } from './signature'

const minuteMs = 60 * 1000
const hourMs = 60 * minuteMs

/** What the address of a file says. */
export type Addressed = { id: string; hash: string; type: string; isPublic: boolean }

const signed = (id: string, hash: string, expires: number) => `file\n${id}\n${hash}\n${expires}`

/** The last segment of an address: the content's hash, so that other content has another address, and an ending. */
export const fileName = ({ hash, type }: { hash: string; type: string }): string =>
  `${hash}.${isFileType(type) ? fileTypes[type] : 'bin'}`

/**
 * Where a file is served, below `/api`: for a public attachment stable and open to all, for a private one a link that
 * expires after an hour (decision 28). The hour begins with the minute, so that answers within one are alike.
 */
export function fileUrl(file: Addressed, at: number = now()): string {
  const path = `/files/${file.id}/${fileName(file)}`
  if (file.isPublic) return path
  const expires = Math.floor(at / minuteMs) * minuteMs + hourMs
  return `${path}?expires=${expires}&signature=${sign(signed(file.id, file.hash, expires))}`
}

/** Whether a private file's link is ours and still good. */
export function isGoodLink(id: string, hash: string, expires: string, signature: string, at: number = now()): boolean {
  if (!/^\d{1,16}$/.test(expires) || Number(expires) <= at) return false
  return isSigned(signed(id, hash, Number(expires)), signature)
}

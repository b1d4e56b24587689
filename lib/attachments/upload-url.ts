import { now } from '@/lib/clock'
import { AppError, badArgument, type ErrorDetail } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { requireNormal } from '@/lib/organizations/find-organization'
import type { Organization } from '@/lib/organizations/organization'
import { maxFileBytes } from './attachment'
import { type FileType, fileTypes, isFileType } from './file-types'
import { isSigned, sign } from './signature'

const goodForMs = 5 * 60 * 1000

/** What an upload address allows: one PUT of so many bytes of one type, for one owner, until `expires` (ms UTC). */
export type UploadPermit = { owner: string; objectId: string; type: FileType; length: number; expires: number }

const signed = ({ owner, objectId, type, length, expires }: UploadPermit) =>
  ['upload', owner, objectId, type, length, expires].join('\n')

/**
 * An address to PUT a file to (C50), below `/api`, and the id to register it by.
 * @throws AppError BadArgument for a type that is not taken, a length beyond the limit, or the organization's standing
 */
export function createUploadUrl(
  organization: Organization,
  length: number,
  type: string,
): { url: string; objectId: string } {
  const details: ErrorDetail[] = []
  if (!isFileType(type)) {
    const message = `Files of type ${type.slice(0, 100)} are not taken. Try ${Object.keys(fileTypes).join(', ')}.`
    details.push({ code: 'NotAllowed', target: 'contentType', message })
  }
  const most = maxFileBytes()
  if (!Number.isInteger(length) || length < 1 || length > most) {
    const message = `\`contentLength\` is the number of bytes, from 1 to ${most}.`
    details.push({ code: 'OutOfRange', target: 'contentLength', message })
  }
  if (details.length > 0) throw badArgument('RequestQuery', details[0]!.message, details)
  requireNormal(organization)

  const permit = {
    owner: organization.id,
    objectId: newId(),
    type: type as FileType,
    length,
    expires: now() + goodForMs,
  }
  const query = new URLSearchParams({
    length: String(length),
    type,
    expires: String(permit.expires),
    signature: sign(signed(permit)),
  })
  return { url: `/uploads/${permit.owner}/${permit.objectId}?${query}`, objectId: permit.objectId }
}

type Given = {
  owner: string
  objectId: string
  length?: string
  type?: string
  expires?: string
  signature?: string
}

/**
 * Reads an upload address that came back.
 * @throws AppError Forbidden when it is not ours, was changed, or is too late
 */
export function readPermit({
  owner,
  objectId,
  length = '',
  type = '',
  expires = '',
  signature = '',
}: Given): UploadPermit {
  const numbers = /^\d{1,16}$/.test(length) && /^\d{1,16}$/.test(expires)
  const permit = { owner, objectId, type: type as FileType, length: Number(length), expires: Number(expires) }
  if (!numbers || !isFileType(type) || !isSigned(signed(permit), signature)) {
    throw new AppError('Forbidden', 'This upload address is not valid. Ask for a new one.', {
      inner: { code: 'InvalidSignature' },
    })
  }
  if (permit.expires <= now()) {
    throw new AppError('Forbidden', 'This upload address has expired. Ask for a new one.', {
      inner: { code: 'UploadExpired' },
    })
  }
  return permit
}

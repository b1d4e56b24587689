import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db'
import { attachments, storedFiles, uploads } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { AppError, badArgument, type ErrorDetail } from '@/lib/errors'
import { recordChange } from '@/lib/history/record-change'
import { newId } from '@/lib/ids'
import { requireNormal } from '@/lib/organizations/find-organization'
import type { Organization } from '@/lib/organizations/organization'
import type { Attachment } from './attachment'

export type Registration = {
  objectId: string
  type: string
  isPublic?: boolean
  ownerId?: string
  /** The name of the file it came from. */
  name?: string
  /** Default: now. */
  at?: number
}

const refuse = (code: ErrorDetail['code'], target: string, message: string) =>
  badArgument('RequestBody', message, [{ code, target, message }])

/**
 * Makes an uploaded object an attachment of the organization it was uploaded for (C47).
 * @throws AppError BadArgument for an object never uploaded here, another type or owner; Conflict for a second time
 */
export async function registerAttachment(
  tx: Tx,
  actor: Actor,
  organization: Organization,
  { objectId, type, isPublic = false, ownerId, name = '', at = now() }: Registration,
): Promise<Attachment> {
  if (ownerId !== undefined && ownerId !== organization.id) {
    throw refuse('NotAllowed', 'ownerId', 'The owner is the organization in the path.')
  }
  requireNormal(organization)
  const [found] = await tx
    .select({ upload: uploads, file: storedFiles })
    .from(uploads)
    .leftJoin(storedFiles, eq(storedFiles.hash, uploads.hash))
    .where(and(eq(uploads.id, objectId), eq(uploads.organizationId, organization.id)))
  if (found?.upload.attachmentId) {
    throw new AppError('Conflict', `This object is registered already, as ${found.upload.attachmentId}.`, {
      target: 'objectId',
    })
  }
  if (!found?.file) {
    throw refuse('UnknownReference', 'objectId', `Nothing was uploaded under ${objectId}. PUT the file first.`)
  }
  const { file } = found
  if (type !== file.type) throw refuse('NotAllowed', 'type', `The uploaded file is ${file.type}.`)
  const attachment: Attachment = {
    id: newId(at),
    organizationId: organization.id,
    objectId,
    hash: file.hash,
    type: file.type,
    size: file.size,
    width: file.width,
    height: file.height,
    isPublic,
    name,
    uploadedById: actor.id,
    uploadedByName: actor.name,
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
  await tx.insert(attachments).values(attachment)
  await tx.update(uploads).set({ attachmentId: attachment.id, hash: null }).where(eq(uploads.id, objectId))
  await recordChange(tx, actor, {
    organizationId: organization.id,
    entity: 'attachment',
    entityId: attachment.id,
    version: 1,
    operation: 'create',
    after: attachment,
    at,
  })
  return attachment
}

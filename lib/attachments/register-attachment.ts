import type { Tx } from '@/db'
import { attachments } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { badArgument } from '@/lib/errors'
import { recordChange } from '@/lib/history/record-change'
import { newId } from '@/lib/ids'
import { requireNormal } from '@/lib/organizations/find-organization'
import type { Organization } from '@/lib/organizations/organization'
import type { Attachment } from './attachment'
import { takeUpload } from './take-upload'

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
    const message = 'The owner is the organization in the path.'
    throw badArgument('RequestBody', message, [{ code: 'NotAllowed', target: 'ownerId', message }])
  }
  requireNormal(organization)
  const id = newId(at)
  const file = await takeUpload(tx, organization.id, { objectId, type }, id)
  const attachment: Attachment = {
    id,
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

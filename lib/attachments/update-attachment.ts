import { eq } from 'drizzle-orm'
import { database, type Tx } from '@/db'
import { attachments } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { refreshImage } from '@/lib/catalog/images'
import { now } from '@/lib/clock'
import { badArgument } from '@/lib/errors'
import { type Expected, requireVersion } from '@/lib/expected-version'
import { changedFields, recordChange } from '@/lib/history/record-change'
import { requireNormal } from '@/lib/organizations/find-organization'
import type { Organization } from '@/lib/organizations/organization'
import type { CountedAttachment } from './attachment'
import { getAttachment } from './find-attachments'
import { forgetUnused, removeStored } from './remove-files'
import { takeUpload } from './take-upload'

/** Absent stays. */
export type AttachmentPatch = { name?: string; isPublic?: boolean }

/** Another uploaded object that takes the place of an attachment's content; without a name the old one stays. */
export type Replacement = { objectId: string; type: string; name?: string }

/**
 * Changes what an attachment is called and who may open it.
 * @throws AppError NotFound, PreconditionFailed, BadArgument for the organization's standing
 */
export async function updateAttachment(
  tx: Tx,
  actor: Actor,
  organization: Organization,
  id: string,
  patch: AttachmentPatch,
  expected?: Expected,
): Promise<CountedAttachment> {
  const attachment = await getAttachment(tx, organization.id, id)
  requireVersion('The attachment', attachment.version, expected)
  requireNormal(organization)
  return save(tx, actor, attachment, patch, 'update')
}

/** Replaces a content in a transaction of its own, and then removes the old one, when nothing else has it. */
export async function replaceContentWithFile(
  actor: Actor,
  organization: Organization,
  id: string,
  replacement: Replacement,
  expected: Expected,
): Promise<CountedAttachment> {
  const { transaction } = await database()
  const { attachment, unused } = await transaction((tx) =>
    replaceContent(tx, actor, organization, id, replacement, expected),
  )
  await removeStored(unused)
  return attachment
}

/**
 * Puts another uploaded content in the place of an attachment's, which keeps its id and its places; its address changes
 * with the content, so that no cache shows the old one for the new. Sent again it changes nothing. Gives the storage
 * names to remove once the transaction is committed.
 * @throws AppError NotFound, PreconditionFailed, Conflict for an object used already, BadArgument for one never uploaded
 * here or one that is no picture where a picture is shown
 */
async function replaceContent(
  tx: Tx,
  actor: Actor,
  organization: Organization,
  id: string,
  { objectId, type, name }: Replacement,
  expected: Expected,
): Promise<{ attachment: CountedAttachment; unused: string[] }> {
  const before = await getAttachment(tx, organization.id, id)
  requireVersion('The attachment', before.version, expected)
  requireNormal(organization)
  if (before.objectId === objectId) return { attachment: before, unused: [] }
  const file = await takeUpload(tx, organization.id, { objectId, type }, id)
  if (before.usageCount > 0 && !file.type.startsWith('image/')) {
    const message = `The attachment is shown as a picture; ${file.type} cannot take its place.`
    throw badArgument('RequestBody', message, [{ code: 'NotAllowed', target: 'type', message }])
  }
  const { hash, size, width, height } = file
  const patch = { objectId, hash, type: file.type, size, width, height, ...(name === undefined ? {} : { name }) }
  const attachment = await save(tx, actor, before, patch, 'replace')
  return { attachment, unused: await forgetUnused(tx, [before.hash]) }
}

/** Without what is counted, not kept. */
const rowOf = ({ usageCount, ...row }: CountedAttachment) => row

async function save(
  tx: Tx,
  actor: Actor,
  before: CountedAttachment,
  patch: Partial<CountedAttachment>,
  operation: 'update' | 'replace',
): Promise<CountedAttachment> {
  const draft = { ...before, ...patch }
  if (Object.keys(changedFields(before, draft)).length === 0) return before
  const after = { ...draft, version: before.version + 1, updatedAt: now() }
  const { usageCount, ...row } = after
  await tx.update(attachments).set(row).where(eq(attachments.id, before.id))
  await recordChange(tx, actor, {
    organizationId: before.organizationId,
    entity: 'attachment',
    entityId: before.id,
    version: after.version,
    operation,
    before: rowOf(before),
    after: row,
    at: after.updatedAt,
  })
  const shownDiffers = after.hash !== before.hash || after.isPublic !== before.isPublic
  if (usageCount > 0 && shownDiffers) {
    await refreshImage(tx, { id: after.id, type: after.type, hash: after.hash, isPublic: after.isPublic })
  }
  return after
}

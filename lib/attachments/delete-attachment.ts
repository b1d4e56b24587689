import { eq } from 'drizzle-orm'
import { database, type Tx } from '@/db'
import { attachments } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { AppError } from '@/lib/errors'
import { type Expected, requireVersion } from '@/lib/expected-version'
import { recordChange } from '@/lib/history/record-change'
import { requireNormal } from '@/lib/organizations/find-organization'
import type { Organization } from '@/lib/organizations/organization'
import { getAttachment } from './find-attachments'
import { countUsage } from './find-usage'
import { forgetUnused, removeStored } from './remove-files'

/** Deletes an attachment in a transaction of its own, and then its content, when nothing else has it. */
export async function deleteAttachmentWithFile(
  actor: Actor,
  organization: Organization,
  id: string,
  expected: Expected,
): Promise<void> {
  const { transaction } = await database()
  await removeStored(await transaction((tx) => deleteAttachment(tx, actor, organization, id, expected)))
}

/**
 * Deletes an attachment nothing shows (x2). Gives the storage names to remove once the transaction is committed.
 * @throws AppError NotFound, PreconditionFailed, BadArgument, Conflict saying in how many places it is shown
 */
export async function deleteAttachment(
  tx: Tx,
  actor: Actor,
  organization: Organization,
  id: string,
  expected?: Expected,
): Promise<string[]> {
  const attachment = await getAttachment(tx, organization.id, id)
  requireVersion('The attachment', attachment.version, expected)
  requireNormal(organization)
  const places = await countUsage(tx, id)
  if (places > 0) {
    const message = `The attachment is shown in ${places === 1 ? 'one place' : `${places} places`}. Take it out there first.`
    throw new AppError('Conflict', message, {
      target: 'Attachment',
      details: [{ code: 'Blocked', target: 'usage', message }],
      inner: { code: 'AttachmentInUse', places },
    })
  }
  await tx.delete(attachments).where(eq(attachments.id, id))
  await recordChange(tx, actor, {
    organizationId: organization.id,
    entity: 'attachment',
    entityId: id,
    version: 0,
    operation: 'delete',
    before: attachment,
  })
  return forgetUnused(tx, [attachment.hash])
}

import { eq } from 'drizzle-orm'
import { database, type Tx } from '@/db'
import { attachments } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { removeImage } from '@/lib/catalog/images'
import { hasScope } from '@/lib/catalog/rights'
import { AppError, forbidden } from '@/lib/errors'
import { type Expected, requireVersion } from '@/lib/expected-version'
import { recordChange } from '@/lib/history/record-change'
import { newId } from '@/lib/ids'
import { requireNormal } from '@/lib/organizations/find-organization'
import type { Organization } from '@/lib/organizations/organization'
import { getAttachment } from './find-attachments'
import { findUsage } from './find-usage'
import { forgetUnused, removeStored } from './remove-files'

export type Deletion = {
  expected?: Expected
  /** Take it out of what shows it first. */
  removeFromProducts?: boolean
}

/** Places a refusal names. */
const namedPlaces = 20

/** Deletes an attachment in a transaction of its own, and then its content, when nothing else has it. */
export async function deleteAttachmentWithFile(
  actor: Actor,
  organization: Organization,
  id: string,
  deletion: Deletion,
): Promise<void> {
  const { transaction } = await database()
  await removeStored(await transaction((tx) => deleteAttachment(tx, actor, organization, id, deletion)))
}

/**
 * Deletes an attachment nothing shows (x2), or takes it out of its places when asked to. Gives the storage names to
 * remove once the transaction is committed.
 * @throws AppError NotFound, PreconditionFailed, BadArgument, Conflict saying where it is shown, Forbidden for a key that
 * may not change products
 */
export async function deleteAttachment(
  tx: Tx,
  actor: Actor,
  organization: Organization,
  id: string,
  { expected, removeFromProducts = false }: Deletion = {},
): Promise<string[]> {
  const attachment = await getAttachment(tx, organization.id, id)
  requireVersion('The attachment', attachment.version, expected)
  requireNormal(organization)
  const { usageCount: places, ...row } = attachment
  const batchId = places > 0 ? newId() : null
  if (places > 0 && !removeFromProducts) throw await inUse(tx, id, places)
  if (batchId) {
    if (!hasScope(actor, 'products:write')) {
      const message = 'Taking it out of products needs the scope `products:write`, which the API key lacks.'
      throw forbidden(message, { code: 'MissingScope', scope: 'products:write' })
    }
    await removeImage(tx, actor, id, batchId)
  }
  await tx.delete(attachments).where(eq(attachments.id, id))
  await recordChange(tx, actor, {
    organizationId: organization.id,
    entity: 'attachment',
    entityId: id,
    version: 0,
    operation: 'delete',
    before: row,
    batchId,
  })
  return forgetUnused(tx, [attachment.hash])
}

async function inUse(tx: Tx, id: string, places: number): Promise<AppError> {
  const message = `The attachment is shown in ${places === 1 ? 'one place' : `${places} places`}. Take it out there first, or delete it with \`removeFromProducts=true\`.`
  const usage = await findUsage(tx, id, namedPlaces)
  return new AppError('Conflict', message, {
    target: 'Attachment',
    details: usage.map(({ productId, productName, variantId, variantTitle }) => ({
      code: 'Blocked' as const,
      target: variantId ? `variants/${variantId}` : `products/${productId}`,
      message: `Shown by ${variantTitle === null ? productName : `${productName}, ${variantTitle}`}.`,
    })),
    inner: { code: 'AttachmentInUse', places, usage },
  })
}

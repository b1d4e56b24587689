import { sql } from 'drizzle-orm'
import { attachments, productImages, variantImages } from '@/db/schema'
import type { ColumnMap } from '@/lib/query/column-map'
import type { attachmentResource } from '@/lib/resources/attachment'

/** In how many places an attachment is shown. */
export const usageCount = sql<number>`(
  (select count(*) from ${productImages} where ${productImages.attachmentId} = ${attachments.id}) +
  (select count(*) from ${variantImages} where ${variantImages.attachmentId} = ${attachments.id})
)`.mapWith(Number)

export const attachmentColumns: ColumnMap<typeof attachmentResource> = {
  table: attachments,
  id: attachments.id,
  fields: {
    id: attachments.id,
    type: attachments.type,
    isPublic: attachments.isPublic,
    ownerId: attachments.organizationId,
    ownerType: sql`'organization'`,
    name: attachments.name,
    size: attachments.size,
    usageCount,
    'uploadedBy.id': attachments.uploadedById,
    'uploadedBy.name': attachments.uploadedByName,
    createdAt: attachments.createdAt,
    updatedAt: attachments.updatedAt,
  },
  lists: {},
}

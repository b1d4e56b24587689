import { sql } from 'drizzle-orm'
import { attachments } from '@/db/schema'
import type { ColumnMap } from '@/lib/query/column-map'
import type { attachmentResource } from '@/lib/resources/attachment'

export const attachmentColumns: ColumnMap<typeof attachmentResource> = {
  table: attachments,
  id: attachments.id,
  fields: {
    id: attachments.id,
    type: attachments.type,
    isPublic: attachments.isPublic,
    ownerId: attachments.organizationId,
    ownerType: sql`'organization'`,
    size: attachments.size,
    createdAt: attachments.createdAt,
    updatedAt: attachments.updatedAt,
  },
  lists: {},
}

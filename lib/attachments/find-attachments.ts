import { and, eq, getTableColumns } from 'drizzle-orm'
import type { Reader } from '@/db'
import { attachments } from '@/db/schema'
import { notFound } from '@/lib/errors'
import type { ListQuery } from '@/lib/query/list-query'
import { listSource } from '@/lib/query/list-source'
import type { Page } from '@/lib/query/page-walk'
import { runList } from '@/lib/query/run-list'
import { attachmentResource } from '@/lib/resources/attachment'
import type { CountedAttachment } from './attachment'
import { attachmentColumns, usageCount } from './columns'

const select = { ...getTableColumns(attachments), usageCount }

const source = listSource({ resource: attachmentResource, columns: attachmentColumns, select })

/** One organization's attachments (C46), or everybody's (C49). */
export const findAttachments = (
  db: Reader,
  organizationId: string | undefined,
  query: ListQuery,
): Promise<Page<CountedAttachment>> =>
  runList(
    db,
    source,
    query,
    organizationId === undefined ? {} : { scope: { column: attachments.organizationId, value: organizationId } },
  )

/** An attachment of this organization. @throws AppError NotFound */
export async function getAttachment(db: Reader, organizationId: string, id: string): Promise<CountedAttachment> {
  const [attachment] = await db
    .select(select)
    .from(attachments)
    .where(and(eq(attachments.organizationId, organizationId), eq(attachments.id, id)))
  if (!attachment) throw notFound('Attachment')
  return attachment
}

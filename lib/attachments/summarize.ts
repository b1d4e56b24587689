import { and, asc, count, eq, sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import { attachments } from '@/db/schema'
import { usageCount } from './columns'

/** How many attachments an organization has, how large they are together in bytes, and how many nothing shows. */
export type AttachmentSummary = {
  total: number
  bytes: number
  unused: number
  types: { type: string; count: number }[]
  uploaders: { id: string | null; name: string; count: number }[]
}

/** Everything the filters of a library offer. */
export async function summarizeAttachments(db: Reader, organizationId: string): Promise<AttachmentSummary> {
  const ours = eq(attachments.organizationId, organizationId)
  const types = await db
    .select({ type: attachments.type, count: count(), bytes: sql<number>`sum(${attachments.size})`.mapWith(Number) })
    .from(attachments)
    .where(ours)
    .groupBy(attachments.type)
    .orderBy(asc(attachments.type))
  // People are called what they were called last.
  const uploaders = await db
    .select({
      id: attachments.uploadedById,
      name: sql<string>`max(${attachments.uploadedByName})`,
      count: count(),
    })
    .from(attachments)
    .where(ours)
    .groupBy(attachments.uploadedById)
  const [unused] = await db
    .select({ count: count() })
    .from(attachments)
    .where(and(ours, sql`${usageCount} = 0`))
  return {
    total: types.reduce((sum, each) => sum + each.count, 0),
    bytes: types.reduce((sum, each) => sum + each.bytes, 0),
    unused: unused!.count,
    types: types.map(({ type, count: many }) => ({ type, count: many })),
    uploaders: uploaders.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  }
}

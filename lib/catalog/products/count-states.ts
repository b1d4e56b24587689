import { eq, sql } from 'drizzle-orm'
import { database } from '@/db'
import { products } from '@/db/schema'
import { publicationClock } from '@/lib/catalog/publication'
import { whileUnchanged } from '@/lib/catalog/while-unchanged'
import { type PublicationState, publicationStates } from '@/lib/resources/publication'

/**
 * How many of an organization's products are in each state, as `publicationState` says it. Kept until the catalog
 * changes or a publication may begin or end; it looks at every product, so it runs beside other requests.
 */
export const countProductStates = (organizationId: string): Promise<{ state: PublicationState; count: number }[]> =>
  whileUnchanged(`states ${organizationId}`, async () => {
    const { patient: db } = await database()
    const at = publicationClock()
    const state = sql<PublicationState>`case
      when ${products.publicationStatus} = 'DRAFT' then 'draft'
      when ${products.publicationStatus} = 'ARCHIVED' then 'archived'
      when ${products.visibleUntil} <= ${at} then 'expired'
      when ${products.visibleFrom} > ${at} then 'scheduled'
      else 'live' end`
    const rows = await db
      .select({ state, count: sql<number>`count(*)`.mapWith(Number) })
      .from(products)
      .where(eq(products.organizationId, organizationId))
      // By its place among the columns: written out again it would hold other parameters, and be another expression.
      .groupBy(sql`1`)
    const counts = new Map(rows.map((row) => [row.state, row.count]))
    return publicationStates.map((each) => ({ state: each, count: counts.get(each) ?? 0 }))
  })

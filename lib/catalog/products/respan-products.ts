import { and, eq, inArray, isNotNull, or } from 'drizzle-orm'
import type { Tx } from '@/db'
import { products } from '@/db/schema'
import { visibleSpan } from '@/lib/catalog/publication'
import { touchCatalog } from '@/lib/catalog/stamp'

const perStatement = 500

/**
 * Counts the days of publication anew, after an organization got another time zone: `since` and `until` stay, the
 * instants they come to move. Not a change of the products, so their versions and histories stay as they are.
 */
export async function respanProducts(tx: Tx, organizationId: string, timeZone: string): Promise<void> {
  const rows = await tx
    .select({
      id: products.id,
      since: products.publicationSince,
      until: products.publicationUntil,
      visibleFrom: products.visibleFrom,
      visibleUntil: products.visibleUntil,
    })
    .from(products)
    .where(
      and(
        eq(products.organizationId, organizationId),
        eq(products.publicationStatus, 'ACTIVE'),
        or(isNotNull(products.publicationSince), isNotNull(products.publicationUntil)),
      ),
    )
  const moved = new Map<string, { span: ReturnType<typeof visibleSpan>; ids: string[] }>()
  for (const { id, since, until, visibleFrom, visibleUntil } of rows) {
    const span = visibleSpan({ status: 'ACTIVE', since, until }, timeZone)
    if (span.visibleFrom === visibleFrom && span.visibleUntil === visibleUntil) continue
    const key = `${span.visibleFrom} ${span.visibleUntil}`
    const group = moved.get(key) ?? { span, ids: [] }
    group.ids.push(id)
    moved.set(key, group)
  }
  for (const { span, ids } of moved.values()) {
    for (let start = 0; start < ids.length; start += perStatement) {
      await tx
        .update(products)
        .set(span)
        .where(inArray(products.id, ids.slice(start, start + perStatement)))
    }
  }
  await touchCatalog(tx)
}

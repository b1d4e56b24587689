import { count, eq } from 'drizzle-orm'
import type { Reader } from '@/db'
import { categories, variants } from '@/db/schema'
import { isPublished } from '@/lib/catalog/publication'
import { now } from '@/lib/clock'
import type { Organization } from '@/lib/organizations/organization'
import type { PublicationStatus } from '@/lib/resources/product'
import { publicationState } from '@/lib/resources/publication'
import { type VisibilityCondition, visibilityConditions } from '@/lib/resources/visibility'
import type { Product } from './product'

export type Visibility = {
  /** Whether anybody may read the product now. */
  visible: boolean
  state: ReturnType<typeof publicationState>
  conditions: VisibilityCondition[]
}

/** The category of a product and everything above it, nearest first. */
async function categoryPath(db: Reader, categoryId: string | null) {
  const path: { id: string; name: string; status: string }[] = []
  let id = categoryId
  while (id !== null && !path.some((seen) => seen.id === id)) {
    const [row] = await db
      .select({ id: categories.id, name: categories.name, status: categories.status, parentId: categories.parentId })
      .from(categories)
      .where(eq(categories.id, id))
    if (!row) break
    path.push({ id: row.id, name: row.name, status: row.status })
    id = row.parentId
  }
  return path
}

/** Everything that decides whether people see a product, each condition with whether it is met. */
export async function findVisibility(db: Reader, organization: Organization, product: Product): Promise<Visibility> {
  const at = now()
  const [counted] = await db.select({ count: count() }).from(variants).where(eq(variants.productId, product.id))
  const publication = {
    status: product.publicationStatus as PublicationStatus,
    since: product.publicationSince,
    until: product.publicationUntil,
  }
  return {
    visible: isPublished(product, organization, at),
    state: publicationState(publication, organization.timeZone, at),
    conditions: visibilityConditions({
      publication,
      timeZone: organization.timeZone,
      organizationStatus: organization.status,
      categories: await categoryPath(db, product.categoryId),
      variants: Number(counted?.count ?? 0),
      at,
    }),
  }
}

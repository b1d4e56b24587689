import { eq, inArray, sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import { attributes, type categories, locations, productLocations, products } from '@/db/schema'
import { countBelow, readOutline, type TreeKind } from './outline'
import type { TreeTable } from './parent'

/** What deleting a node touches, products counted whatever their publication. */
export type Impact = {
  /** Named by this node, and in the tree of locations by it or anything below it. */
  ownProducts: number
  products: number
  children: number
  descendants: number
  /** Attributes that are offered for this category. */
  attributes: number
}

const count = sql<number>`count(*)`.mapWith(Number)
const distinctProducts = sql<number>`count(distinct ${productLocations.productId})`.mapWith(Number)

/** Ids per statement. */
const atOnce = 500

async function idsBelow(db: Reader, table: TreeTable, root: string): Promise<string[]> {
  const all: string[] = []
  for (let level = [root]; level.length > 0; ) {
    const next: string[] = []
    for (let from = 0; from < level.length; from += atOnce) {
      const ids = level.slice(from, from + atOnce)
      const rows = await db.select({ id: table.id }).from(table).where(inArray(table.parentId, ids))
      next.push(...rows.map(({ id }) => id))
    }
    all.push(...next)
    level = next
  }
  return all
}

/** What stands in the way of deleting a category, or follows from it. */
export async function findCategoryImpact(db: Reader, category: typeof categories.$inferSelect): Promise<Impact> {
  const { id } = category
  const [used] = await db.select({ count }).from(products).where(eq(products.categoryId, id))
  const outline = await readOutline('categories' satisfies TreeKind)
  const rows = await db.select({ categoryIds: attributes.categoryIds }).from(attributes)
  return {
    ownProducts: used!.count,
    products: used!.count,
    children: outline.children.get(id)?.length ?? 0,
    descendants: countBelow(outline, id),
    attributes: rows.filter(({ categoryIds }) => categoryIds.includes(id)).length,
  }
}

/** What follows from deleting a location. */
export async function findLocationImpact(db: Reader, location: typeof locations.$inferSelect): Promise<Impact> {
  const { id } = location
  const own = await db
    .select({ count: distinctProducts })
    .from(productLocations)
    .where(eq(productLocations.locationId, id))
  const below = await idsBelow(db, locations, id)
  const outline = await readOutline('locations')
  const named = new Set<string>()
  for (let from = 0; from <= below.length; from += atOnce) {
    const ids = [id, ...below].slice(from, from + atOnce)
    const rows = await db
      .selectDistinct({ productId: productLocations.productId })
      .from(productLocations)
      .where(inArray(productLocations.locationId, ids))
    for (const { productId } of rows) named.add(productId)
  }
  return {
    ownProducts: own[0]!.count,
    products: named.size,
    children: outline.children.get(id)?.length ?? 0,
    descendants: below.length,
    attributes: 0,
  }
}

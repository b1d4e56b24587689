import { and, eq, inArray } from 'drizzle-orm'
import type { Reader } from '@/db'
import { organizations, products } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { isPublished } from '@/lib/catalog/publication'
import { seesUnpublished } from '@/lib/catalog/rights'
import { notFound } from '@/lib/errors'
import type { Product } from './product'

/** A product with whether anybody may see it now. */
export type StandingProduct = { product: Product; published: boolean }

/** Products by id with their standing; ids nobody has are missing. */
export async function findStandingProducts(db: Reader, ids: readonly string[]): Promise<Map<string, StandingProduct>> {
  const found = new Map<string, StandingProduct>()
  for (let from = 0; from < ids.length; from += 500) {
    const rows = await db
      .select({ product: products, status: organizations.status })
      .from(products)
      .innerJoin(organizations, eq(organizations.id, products.organizationId))
      .where(inArray(products.id, ids.slice(from, from + 500)))
    for (const { product, status } of rows) {
      found.set(product.id, { product, published: isPublished(product, { status }) })
    }
  }
  return found
}

/** A product of this organization, whatever its publication. @throws AppError NotFound */
export async function getProduct(db: Reader, organizationId: string, productId: string): Promise<Product> {
  const [product] = await db
    .select()
    .from(products)
    .where(and(eq(products.organizationId, organizationId), eq(products.id, productId)))
  if (!product) throw notFound('Product')
  return product
}

const isReadable = (actor: Actor, { product, published }: StandingProduct) =>
  published || seesUnpublished(actor, product.organizationId)

/**
 * A product for whoever may read it: anybody when it is published, else system admins and the organization's owners and
 * admins. Give the organization where the path names one.
 * @throws AppError NotFound, also for what the actor may not read (spec nodeblocks S6)
 */
export async function getReadableProduct(
  db: Reader,
  actor: Actor,
  productId: string,
  organizationId?: string,
): Promise<StandingProduct> {
  const standing = (await findStandingProducts(db, [productId])).get(productId)
  const inPath = organizationId === undefined || standing?.product.organizationId === organizationId
  if (!standing || !inPath || !isReadable(actor, standing)) throw notFound('Product')
  return standing
}

/** The products with these ids that the actor may read, by id. For references in other answers. */
export async function findReadableProducts(
  db: Reader,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, Product>> {
  const found = await findStandingProducts(db, ids)
  return new Map(
    [...found].filter(([, standing]) => isReadable(actor, standing)).map(([id, { product }]) => [id, product]),
  )
}

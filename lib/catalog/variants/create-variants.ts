import type { Tx } from '@/db'
import type { ImageReference } from '@/db/schema/catalog'
import type { Actor } from '@/lib/auth/actor'
import type { Product } from '@/lib/catalog/products/product'
import { checkReferences } from '@/lib/catalog/products/references'
import { saveProduct } from '@/lib/catalog/products/save-product'
import { now } from '@/lib/clock'
import { badArgument } from '@/lib/errors'
import { requireNormal } from '@/lib/organizations/find-organization'
import type { Organization } from '@/lib/organizations/organization'
import { insertVariants } from './insert-variants'
import type { Owner } from './owners'
import { requireFreeSkus } from './sku'
import type { NewVariant, Variant } from './variant'
import { newVariantRow, requireCurrency } from './variant-row'

/** How many variants a product may have. */
export const maxVariants = 2000

type Member = { productId: string; input: NewVariant; path: string }

/** Adds one variant to a product (C34); see `createVariants`. */
export async function createVariant(tx: Tx, actor: Actor, owner: Owner, input: NewVariant): Promise<Variant> {
  const [variant] = await createVariants(tx, actor, new Map([[owner.product.id, owner]]), [
    { productId: owner.product.id, input, path: '' },
  ])
  return variant!
}

/**
 * Adds variants to products of one or several organizations, all or none (C30). The owners are loaded, and the rights
 * over them checked, by the caller.
 * @throws AppError BadArgument for a bad image, currency or organization, Conflict for a SKU that is taken
 */
export async function createVariants(
  tx: Tx,
  actor: Actor,
  owners: ReadonlyMap<string, Owner>,
  members: readonly Member[],
  batchId: string | null = null,
): Promise<Variant[]> {
  const images = new Map<string, ImageReference>()
  for (const [organization, list] of groupByOrganization(owners, members)) {
    requireNormal(organization)
    for (const { input, path } of list) requireCurrency(organization, input.price, path)
    const references = list.map(({ input, path }) => ({ path, imageIds: input.imageIds }))
    for (const [id, image] of await checkReferences(tx, organization.id, references)) images.set(id, image)
    await requireFreeSkus(
      tx,
      organization.id,
      list.map(({ input, path }) => ({ sku: input.sku, variantId: null, target: `${path}sku` })),
    )
  }
  const at = now()
  const counts = new Map<string, number>()
  const rows = members.map(({ productId, input, path }) => {
    const { product, organization } = owners.get(productId)!
    const position = counts.get(productId) ?? product.variantIds.length
    if (position >= maxVariants) throw tooMany(path)
    counts.set(productId, position + 1)
    return newVariantRow(input, position, { productId, organization, images, at })
  })
  await insertVariants(tx, actor, rows, batchId)
  for (const productId of counts.keys()) {
    const { product } = owners.get(productId)!
    const added = rows.filter((row) => row.productId === productId).map(({ id }) => id)
    await addToProduct(tx, actor, product, added, batchId)
  }
  return rows
}

const addToProduct = (tx: Tx, actor: Actor, product: Product, ids: string[], batchId: string | null) =>
  saveProduct(
    tx,
    actor,
    product,
    { variantIds: [...product.variantIds, ...ids] },
    { operation: 'addVariants', batchId },
  )

const tooMany = (path: string) =>
  badArgument('RequestBody', `A product has at most ${maxVariants} variants.`, [
    { code: 'TooMany', target: `${path}productId`, message: `A product has at most ${maxVariants} variants.` },
  ])

/** Members by the organization their products belong to. */
export function groupByOrganization<M extends { productId: string }>(
  owners: ReadonlyMap<string, Owner>,
  members: readonly M[],
): Map<Organization, M[]> {
  const groups = new Map<Organization, M[]>()
  for (const member of members) {
    const { organization } = owners.get(member.productId)!
    groups.set(organization, [...(groups.get(organization) ?? []), member])
  }
  return groups
}

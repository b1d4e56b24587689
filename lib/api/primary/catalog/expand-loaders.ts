import { findAttributesById } from '@/lib/catalog/attributes/find-attributes'
import { findCategoriesById } from '@/lib/catalog/categories/find-categories'
import { findLocationsById } from '@/lib/catalog/locations/find-locations'
import { findReadableProducts } from '@/lib/catalog/products/find-products'
import { findRailAreasById, findRailCompaniesById, findRailLinesById } from '@/lib/catalog/rail/find-rail'
import { findCurrencies } from '@/lib/catalog/variants/find-currencies'
import { findVariants } from '@/lib/catalog/variants/find-variants'
import type { ExpandLoaders } from '@/lib/query/apply-expand'
import type { Asking } from './answer'
import { toAttribute } from './to-attribute'
import { toProduct, toVariant } from './to-product'
import { toRailArea, toRailCompany, toRailLine } from './to-rail'
import { toCategory, toLocation } from './to-tree'

const byId = <J extends { id: string }>(objects: readonly J[]) =>
  new Map(objects.map((object) => [object.id, object as Record<string, unknown>]))

/** What `$expand` finds in the catalog, with the reader's rights: unpublished products of others are missing. */
export const catalogLoaders = (db: Asking['db'], actor: Asking['actor']): ExpandLoaders => ({
  attribute: async (ids) => byId((await findAttributesById(db, ids)).map(toAttribute)),
  category: async (ids) => byId((await findCategoriesById(db, ids)).map(toCategory)),
  location: async (ids) => byId((await findLocationsById(db, ids)).map(toLocation)),
  product: async (ids) => byId([...(await findReadableProducts(db, actor, ids)).values()].map(toProduct)),
  async variant(ids) {
    const variants = [...(await findVariants(db, ids)).values()]
    const readable = await findReadableProducts(db, actor, [...new Set(variants.map(({ productId }) => productId))])
    const shown = variants.filter(({ productId }) => readable.has(productId))
    const currencyOf = await findCurrencies(
      db,
      shown.map(({ organizationId }) => organizationId),
    )
    return byId(shown.map((variant) => toVariant(variant, currencyOf.get(variant.organizationId)!)))
  },
  railArea: async (ids) => byId((await findRailAreasById(db, ids)).map(toRailArea)),
  railLine: async (ids) => byId((await findRailLinesById(db, ids)).map(toRailLine)),
  railCompany: async (ids) => byId((await findRailCompaniesById(db, ids)).map(toRailCompany)),
})

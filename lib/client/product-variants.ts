import { queryOptions } from '@tanstack/react-query'
import { getJson, type ListAnswer } from './api'
import { productPath, productsKey, productsPath } from './products'

/** A variant, as far as its product's page reads it. */
export type ProductVariant = {
  id: string
  title: string
  sku: string | null
  /** Minor units. */
  price: { amount: number }
}

const variantsPath = (orgId: string, productId: string) => `${productPath(orgId, productId)}/variants`

/** As many as the product's page shows. */
const shown = 8

export const firstVariantsQuery = (orgId: string, productId: string) =>
  queryOptions({
    queryKey: [...productsKey(orgId), 'variants', productId],
    queryFn: ({ signal }) =>
      getJson<ListAnswer<ProductVariant>>(`${variantsPath(orgId, productId)}?$top=${shown}`, signal),
  })

/** How many variants have no SKU. */
export const withoutSkuQuery = (orgId: string, productId: string) =>
  queryOptions({
    queryKey: [...productsKey(orgId), 'without-sku', productId],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ $filter: "sku eq null or sku eq ''", $top: '1' })
      return (await getJson<ListAnswer<unknown>>(`${variantsPath(orgId, productId)}?${query}`, signal)).total
    },
  })

/** The SKUs of a product's variants, a hundred at most, and how many variants have one. */
export const skusQuery = (orgId: string, productId: string) =>
  queryOptions({
    queryKey: [...productsKey(orgId), 'skus', productId],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ $filter: "sku ne null and sku ne ''", $top: '100' })
      const { total, value } = await getJson<ListAnswer<ProductVariant>>(
        `${variantsPath(orgId, productId)}?${query}`,
        signal,
      )
      return { total, skus: value.flatMap(({ sku }) => sku ?? []) }
    },
  })

type Holder = { id: string; name: string; variants: { sku: string | null }[] }

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

/** As many as fit into an address. */
const skusAtOnce = 40

/** Which of the SKUs the organization's variants have already, each with the name of its product. */
export const takenSkusQuery = (orgId: string, skus: readonly string[]) =>
  queryOptions({
    queryKey: [...productsKey(orgId), 'taken', ...skus],
    queryFn: async ({ signal }) => {
      const taken: { sku: string; name: string }[] = []
      for (let from = 0; from < skus.length; from += skusAtOnce) {
        const some = skus.slice(from, from + skusAtOnce)
        const list = some.map(quoted).join(',')
        const query = new URLSearchParams({
          $filter: `variants.sku in (${list})`,
          $expand: `variants($filter=sku in (${list}))`,
          $top: '100',
        })
        const { value } = await getJson<ListAnswer<Holder>>(`${productsPath(orgId)}?${query}`, signal)
        for (const { name, variants } of value) {
          for (const { sku } of variants) if (sku && some.includes(sku)) taken.push({ sku, name })
        }
      }
      return taken
    },
    enabled: skus.length > 0,
    staleTime: 10_000,
  })

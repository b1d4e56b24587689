import { queryOptions } from '@tanstack/react-query'
import type { PublicationStatus } from '@/lib/resources/product'
import type { CopyPart } from '@/lib/resources/product-copy'
import type { PublicationState } from '@/lib/resources/publication'
import type { VisibilityCondition } from '@/lib/resources/visibility'
import { callApi, getJson, type ListAnswer, type Tagged } from './api'

export type ProductImage = { id: string; type: string; url: string }

/** A reference, or what `$expand` puts in its place. */
export type Referred = { id: string; name?: string; status?: string }

export type AttributeValue = string | number | boolean | string[]

/** A product as our surface answers it (spec nodeblocks 4.5), with its category and locations expanded. */
export type Product = {
  id: string
  organization: Referred | null
  category: Referred | null
  name: string
  description: string
  dimensions: string
  variantNote: string
  additionalInformation: string
  geoCoordinatesField: { type: 'Point'; coordinates: [number, number] } | null
  images: ProductImage[]
  isPromoted: boolean
  variants: { id: string }[]
  locations: Referred[]
  tags: string[]
  features: { name: string; value: string }[]
  addressLine1: string
  addressLine2: string
  addressLine3: string
  postalCode: string
  publication: {
    since: string | null
    until: string | null
    status: PublicationStatus
    publishedAt: string | null
    publishedBy: string | null
  }
  attributes: { attributeId: string; value: AttributeValue }[]
  customFields: Record<string, unknown>
  createdAt: string
  updatedAt: string
}

export type ProductPatch = Partial<
  Omit<
    Product,
    'id' | 'organization' | 'category' | 'images' | 'variants' | 'locations' | 'publication' | 'createdAt' | 'updatedAt'
  >
> & {
  categoryId?: string
  imageIds?: string[]
  locationIds?: string[]
  publication?: { status?: PublicationStatus; since?: string | null; until?: string | null }
}

/** What lists say beside a product's own fields. Prices are minor units of the organization's currency. */
export type ProductFacts = {
  id: string
  variants: number
  lowestPrice: number | null
  highestPrice: number | null
  followers: number
}

export type Visibility = {
  visible: boolean
  state: PublicationState
  conditions: (Omit<VisibilityCondition, 'at'> & { at?: string })[]
}

export type Attribute = {
  id: string
  categoryIds: string[]
  groupName?: string
  items: { key: string; value: string; groupName?: string }[]
  itemGroups: { key: string; value: string; categoryIds?: string[] }[]
  name: string
  order: number
  type: 'Boolean' | 'Text' | 'Number' | 'Select' | 'MultiSelect'
}

export const productsPath = (orgId: string) => `/orgs/${orgId}/products`
export const productPath = (orgId: string, productId: string) => `${productsPath(orgId)}/${productId}`

/** Every query about an organization's products starts with this, so that one call refreshes them all. */
export const productsKey = (orgId: string) => ['products', orgId] as const

/** What the list asks for beside its own parameters. */
export const productListExtra = { $expand: 'category' }

const expanded = '$expand=category,locations'

export const productQuery = (orgId: string, productId: string) =>
  queryOptions({
    queryKey: [...productsKey(orgId), 'one', productId],
    queryFn: ({ signal }) => callApi<Product>('GET', `${productPath(orgId, productId)}?${expanded}`, { signal }),
  })

export const visibilityQuery = (orgId: string, productId: string) =>
  queryOptions({
    queryKey: [...productsKey(orgId), 'visibility', productId],
    queryFn: ({ signal }) => getJson<Visibility>(`${productPath(orgId, productId)}/visibility`, signal),
  })

export const stateCountsQuery = (orgId: string) =>
  queryOptions({
    queryKey: [...productsKey(orgId), 'counts'],
    queryFn: ({ signal }) =>
      getJson<{ value: { state: PublicationState; count: number }[] }>(`${productsPath(orgId)}:stateCounts`, signal),
    refetchInterval: 60_000,
  })

/** In how many of the organization's orders a product is. */
export const productOrdersQuery = (orgId: string, productIds: readonly string[]) =>
  queryOptions({
    queryKey: [...productsKey(orgId), 'orders', ...productIds],
    queryFn: ({ signal }) =>
      getJson<{ productId: string; count: number }[]>(
        `${productsPath(orgId)}/stats/orders?productIds=${productIds.join(',')}`,
        signal,
      ),
    enabled: productIds.length > 0,
  })

/** Tags that are in use, the most used first. */
export const tagsQuery = (orgId: string) =>
  queryOptions({
    queryKey: [...productsKey(orgId), 'tags'],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({
        $apply: 'groupby((tags), aggregate($count as count))',
        $orderBy: 'count desc',
        $top: '100',
      })
      return getJson<ListAnswer<{ tags: string | null }>>(`${productsPath(orgId)}?${query}`, signal)
    },
    staleTime: 60_000,
  })

/** The names of the categories that a `$filter` speaks of, by id: chips say them instead of ids. */
export const filteredCategoriesQuery = (filter: string) => {
  const ids = /\bcategory(Id)?\b/.test(filter) ? [...new Set(filter.match(/\b[0-9a-z]{24}\b/g) ?? [])].slice(0, 50) : []
  return queryOptions({
    queryKey: ['categories', 'names', ...ids],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ $filter: `id in (${ids.map((id) => `'${id}'`).join(',')})`, $top: '50' })
      const { value } = await getJson<ListAnswer<{ id: string; name: string }>>(`/categories?${query}`, signal)
      return new Map(value.map(({ id, name }) => [id, name]))
    },
    enabled: ids.length > 0,
    staleTime: 60_000,
  })
}

type Above = { id: string; parent: Above | string | null }

/**
 * The attributes a category's products may carry: its own, those of what is above it (three levels), and those of no
 * category in particular.
 */
export const attributesQuery = (categoryId: string) =>
  queryOptions({
    queryKey: ['attributes', 'of', categoryId],
    queryFn: async ({ signal }) => {
      const category = await getJson<Above>(`/categories/${categoryId}?$expand=parent.parent.parent`, signal)
      const ids: string[] = []
      for (let at: Above | string | null = category; at; at = typeof at === 'string' ? null : at.parent) {
        ids.push(typeof at === 'string' ? at : at.id)
      }
      const list = ids.map((id) => `'${id}'`).join(',')
      const query = new URLSearchParams({
        $filter: `categoryIds in (${list}) or not (categoryIds pr)`,
        $orderBy: 'order,name',
        $top: '100',
      })
      return (await getJson<ListAnswer<Attribute>>(`/attributes?${query}`, signal)).value
    },
    staleTime: 60_000,
  })

/** Attributes by id, for values whose category does not ask for them any more. */
export const attributesByIdQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['attributes', 'by-id', ...ids],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ $filter: `id in (${ids.map((id) => `'${id}'`).join(',')})`, $top: '100' })
      return (await getJson<ListAnswer<Attribute>>(`/attributes?${query}`, signal)).value
    },
    enabled: ids.length > 0,
    staleTime: 60_000,
  })

export const createProduct = (orgId: string, body: { name: string; categoryId: string }) =>
  callApi<Product>('POST', `${productsPath(orgId)}?${expanded}`, { body })

export const patchProduct = (orgId: string, productId: string, body: ProductPatch, etag: string | null) =>
  callApi<Product>('PATCH', `${productPath(orgId, productId)}?${expanded}`, { body, etag })

export const copyProduct = (
  productId: string,
  body: { name?: string; parts?: readonly CopyPart[]; skuPattern?: string },
): Promise<Tagged<Product>> => callApi<Product>('POST', `/products/${productId}:copy`, { body })

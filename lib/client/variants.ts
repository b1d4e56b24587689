import { queryOptions } from '@tanstack/react-query'
import { callApi, getJson, type ListAnswer } from './api'
import { productPath } from './products'

/** A variant as our surface answers it (spec nodeblocks 4.6). The amount is minor units. */
export type Variant = {
  id: string
  productId: string
  sku: string | null
  title: string
  description: string
  images: { id: string; type: string; url: string }[]
  price: { amount: number; currency: string; taxable: boolean; taxIncluded: boolean }
  customFields: Record<string, unknown>
  createdAt: string
  updatedAt: string
}

export type VariantPrice = { amount: number; taxable: boolean; taxIncluded: boolean }

export type NewVariant = {
  title: string
  sku: string | null
  description?: string
  price: VariantPrice
  customFields?: Record<string, unknown>
}

export type VariantPatch = Partial<Omit<NewVariant, 'price'>> & { price?: Partial<VariantPrice> }

/** How many variants a product may have, how many one call takes, and how large an amount may be. */
export const variantLimits = { most: 2000, atOnce: 100, title: 1024, sku: 4096, text: 65_536, amount: 999_999_999_999 }

/** Enough at a time to be quick, few enough to leave the server to others. */
const parallel = 4

export const variantsKey = (orgId: string, productId: string) => ['variants', orgId, productId] as const

async function readAll(path: string, signal?: AbortSignal): Promise<Variant[] | undefined> {
  const page = (skip: number) =>
    getJson<ListAnswer<Variant>>(`${path}?$top=${variantLimits.atOnce}&$skip=${skip}`, signal)
  const first = await page(0)
  const skips: number[] = []
  for (let skip = variantLimits.atOnce; skip < first.total; skip += variantLimits.atOnce) skips.push(skip)
  const pages: ListAnswer<Variant>[] = [first]
  for (let at = 0; at < skips.length; at += parallel) {
    pages.push(...(await Promise.all(skips.slice(at, at + parallel).map(page))))
  }
  const variants = pages.flatMap(({ value }) => value)
  const distinct = new Set(variants.map(({ id }) => id))
  // Somebody added or removed variants while the pages were read: one may be missing or there twice.
  const whole = pages.every(({ total }) => total === first.total) && distinct.size === first.total
  return whole && variants.length === first.total ? variants : undefined
}

/**
 * Every variant of a product, or none: what is taken for the whole list must be it, else the generator would make
 * combinations that exist.
 * @throws ApiError, Error when the list keeps changing while it is read
 */
export async function loadAllVariants(orgId: string, productId: string, signal?: AbortSignal): Promise<Variant[]> {
  const path = `${productPath(orgId, productId)}/variants`
  for (let attempt = 0; attempt < 3; attempt++) {
    const variants = await readAll(path, signal)
    if (variants) return variants
  }
  throw new Error('The variants changed again and again while they were read. Try again.')
}

/** All of them. They are edited on top of what was read, so they are not read again behind the reader's back. */
export const variantsQuery = (orgId: string, productId: string) =>
  queryOptions({
    queryKey: [...variantsKey(orgId, productId), 'all'],
    queryFn: ({ signal }) => loadAllVariants(orgId, productId, signal),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 0,
  })

export type SkuHolder = { sku: string; variantId: string; productId: string; productName: string }

/** Which of these SKUs the organization uses already. */
export async function findSkus(orgId: string, skus: readonly string[], signal?: AbortSignal): Promise<SkuHolder[]> {
  const found: SkuHolder[] = []
  for (let at = 0; at < skus.length; at += 1000) {
    const body = { skus: skus.slice(at, at + 1000) }
    const { data } = await callApi<{ value: SkuHolder[] }>('POST', `/orgs/${orgId}/variants:findSkus`, { body, signal })
    found.push(...data.value)
  }
  return found
}

import type { APIRequestContext } from '@playwright/test'
import { organizationId } from './desk'

export type PageToVisit = { name: string; path: string }

/** Every page of an organization, with a product and an order that exist. */
export async function organizationPages(request: APIRequestContext, slug = 'acme'): Promise<PageToVisit[]> {
  const orgId = await organizationId(request, slug)
  const first = async (what: string) => {
    const answer = await request.get(`/api/orgs/${orgId}/${what}?$top=1`)
    return (await answer.json()).value[0].id as string
  }
  const [product, order] = [await first('products'), await first('orders')]
  const at = `/orgs/${orgId}`
  return [
    { name: 'overview', path: `${at}/overview` },
    { name: 'orders', path: `${at}/orders?size=20` },
    { name: 'order', path: `${at}/orders/${order}` },
    { name: 'new-order', path: `${at}/orders/new` },
    { name: 'products', path: `${at}/products?size=20` },
    { name: 'product', path: `${at}/products/${product}` },
    { name: 'variants', path: `${at}/products/${product}/variants` },
    { name: 'media', path: `${at}/media` },
    { name: 'history', path: `${at}/history?size=20` },
    { name: 'members', path: `${at}/members` },
    { name: 'api-keys', path: `${at}/api-keys` },
    { name: 'settings', path: `${at}/settings` },
    { name: 'account', path: '/account' },
  ]
}

/** Every page that only system admins have. */
export const systemPages: readonly PageToVisit[] = [
  'categories',
  'locations',
  'attributes',
  'rail',
  'organizations',
  'users',
  'api-keys',
  'history',
].map((name) => ({ name: `system-${name}`, path: `/admin/${name}` }))

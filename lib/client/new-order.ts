import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { callApi, getJson, type ListAnswer } from './api'
import type { Order, OrderCustomer } from './orders'
import { ordersKey } from './orders'
import type { ProductImage } from './products'

/** A variant that can be ordered, with what one needs to recognise it. `price` is in minor units. */
export type Orderable = {
  productId: string
  variantId: string
  productName: string
  variantTitle: string
  sku: string
  price: number
  image?: ProductImage
  published: boolean
}

/** A line of the order that is being put together. `quantity` is a text while somebody types. */
export type DraftLine = Orderable & { quantity: number | string }

/** The customer as the form holds them: empty text for what is not given. */
export type DraftCustomer = { user: string | null } & Record<CustomerField, string>

export const customerFields = [
  'name',
  'nameKana',
  'email',
  'phone',
  'addressLine1',
  'addressLine2',
  'addressLine3',
  'age',
  'preferredContactMethod',
  'preferredTimeToContact',
] as const
export type CustomerField = (typeof customerFields)[number]

export const nobody: DraftCustomer = {
  user: null,
  ...(Object.fromEntries(customerFields.map((name) => [name, ''])) as Record<CustomerField, string>),
}

export type DraftOrder = { lines: DraftLine[]; customer: DraftCustomer }

export type Quote = {
  currency: string
  subtotalPrice: number
  totalTax: number
  totalPrice: number
  lineItems: { variant: string; price: { amount: number; taxable: boolean }; quantity: number; tax: number }[]
}

export type Recalled = {
  customer: OrderCustomer
  lastOrder: { id: string; number: number; createdAt: string }
}

const most = 8

type FoundProduct = {
  id: string
  name: string
  images: ProductImage[]
  publication: { status: string; since: string | null; until: string | null }
  variants: { id: string; title: string; sku: string | null; price: { amount: number } }[]
}

const toOrderables = (products: readonly FoundProduct[]): Orderable[] =>
  products.flatMap(({ id, name, images, publication, variants }) =>
    variants.map((variant) => ({
      productId: id,
      variantId: variant.id,
      productName: name,
      variantTitle: variant.title,
      sku: variant.sku ?? '',
      price: variant.price.amount,
      image: images[0],
      published: publication.status === 'ACTIVE',
    })),
  )

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

/** The variants of what is found, those whose SKU has the words first. */
async function findOrderables(orgId: string, words: string, signal: AbortSignal): Promise<Orderable[]> {
  const ask = (query: Record<string, string>) => {
    const params = new URLSearchParams({ $top: String(most), $expand: 'variants', ...query })
    return getJson<ListAnswer<FoundProduct>>(`/orgs/${orgId}/products?${params}`, signal)
  }
  if (words === '') return toOrderables((await ask({})).value)
  const [bySku, byWords] = await Promise.all([
    // A SKU has no spaces, and products are not searched by it.
    /\s/.test(words) ? undefined : ask({ $filter: `variants.sku co ${quoted(words)}` }),
    ask({ $search: words }),
  ])
  const folded = words.toLowerCase()
  const skus = toOrderables(bySku?.value ?? []).filter(({ sku }) => sku.toLowerCase().includes(folded))
  const seen = new Set(skus.map(({ variantId }) => variantId))
  return [...skus, ...toOrderables(byWords.value).filter(({ variantId }) => !seen.has(variantId))]
}

export const orderablesQuery = (orgId: string, words: string) =>
  queryOptions({
    queryKey: ['orderables', orgId, words],
    queryFn: ({ signal }) => findOrderables(orgId, words, signal),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })

/** Earlier customers by name, kana, e-mail or phone; the latest without words. */
export const recallQuery = (orgId: string, words: string) =>
  queryOptions({
    queryKey: [...ordersKey(orgId), 'recall', words],
    queryFn: async ({ signal }) => {
      const params = new URLSearchParams(words ? { q: words } : {})
      return (await getJson<ListAnswer<Recalled>>(`/orgs/${orgId}/customers:recall?${params}`, signal)).value
    },
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })

/** What the lines are in a request; a quantity that is no number is sent as 0, which the server refuses at its line. */
export const itemsOf = (lines: readonly DraftLine[]) =>
  lines.map(({ productId, variantId, quantity }) => ({ productId, variantId, quantity: Number(quantity) || 0 }))

/** What the lines would come to, as the server works it out. */
export const quoteQuery = (orgId: string, lines: readonly DraftLine[]) => {
  const items = itemsOf(lines)
  return queryOptions({
    queryKey: ['quote', orgId, items],
    queryFn: async ({ signal }) =>
      (await callApi<Quote>('POST', `/orgs/${orgId}/orders:quote`, { body: { items }, signal })).data,
    enabled: items.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
  })
}

const required = new Set<CustomerField>(['name', 'email', 'phone', 'addressLine1'])

/** The body of the request: what is empty and may be is left out. */
function toBody({ lines, customer }: DraftOrder) {
  const given = customerFields.flatMap((name) => {
    const value = customer[name].trim()
    return value !== '' || required.has(name) ? [[name, value] as const] : []
  })
  // Said in so many words: without it the order would be the one who places it.
  return { items: itemsOf(lines), customer: { ...Object.fromEntries(given), user: customer.user } }
}

export const placeOrder = async (orgId: string, draft: DraftOrder): Promise<Order> =>
  (await callApi<Order>('POST', `/orgs/${orgId}/orders`, { body: toBody(draft) })).data

/** An earlier customer as the form holds them. */
export const fromRecalled = ({ customer }: Recalled): DraftCustomer => ({
  user: customer.user,
  ...(Object.fromEntries(customerFields.map((name) => [name, customer[name] ?? ''])) as Record<CustomerField, string>),
})

/** One more of it when it is among the lines already, else a line of its own at the end. */
export function withLine(lines: readonly DraftLine[], found: Orderable): DraftLine[] {
  const at = lines.findIndex(({ variantId }) => variantId === found.variantId)
  if (at < 0) return [...lines, { ...found, quantity: 1 }]
  return lines.map((line, i) => (i === at ? { ...line, quantity: (Number(line.quantity) || 0) + 1 } : line))
}

export const isBegun = ({ lines, customer }: DraftOrder) =>
  lines.length > 0 || customerFields.some((name) => customer[name].trim() !== '')

import type { Tx } from '@/db'
import { indexRows } from '@/db/dialect/search-sql'
import {
  categories,
  locations,
  orderLines,
  orders,
  organizations,
  productAttributes,
  productImages,
  productLocations,
  products,
  productTags,
  variants,
} from '@/db/schema'
import { fold } from '@/lib/fold'
import { searchTokens } from '@/lib/query/search'

/** An order as the Nodeblocks answer shows it, with times in ms; what a filter is evaluated against in plain JavaScript. */
export type OrderSample = {
  id: string
  number: number
  version: number
  organization: string
  cart: string | null
  checkout: string | null
  status: string
  paymentStatus: string
  fulfillmentStatus: string
  disputeStatus: string
  legalEntityId: string | null
  cancelReason: string | null
  currency: string
  subtotalPrice: number
  totalTax: number
  totalPrice: number
  closedAt: number | null
  canceledAt: number | null
  createdAt: number
  updatedAt: number
  customer: {
    user: string | null
    name: string
    nameKana: string
    addressLine1: string
    addressLine2: string | null
    addressLine3: string | null
    phone: string
    email: string
    age: string | null
    preferredContactMethod: string | null
    preferredTimeToContact: string | null
  }
  lineItems: {
    product: string
    productName: string
    variant: string
    variantTitle: string
    sku: string
    quantity: number
    price: { amount: number; taxable: boolean }
  }[]
  customFields: Record<string, unknown>
}

type Deep<T> = T extends unknown[] ? T : T extends object ? { [K in keyof T]?: Deep<T[K]> } : T

/** The 24 characters of a test id: `sampleId('o', 7)` → `o00000000000000000000007`. */
export const sampleId = (letter: string, n: number) => letter + String(n).padStart(23, '0')

export const sampleOrganization = sampleId('a', 1)
export const otherOrganization = sampleId('a', 2)

export function orderSample(n: number, parts: Deep<OrderSample> = {}): OrderSample {
  const { customer, ...rest } = parts
  return {
    id: sampleId('o', n),
    number: 1000 + n,
    version: 1,
    organization: sampleOrganization,
    cart: null,
    checkout: null,
    status: 'PENDING',
    paymentStatus: 'NOT_PAID',
    fulfillmentStatus: 'UNFULFILLED',
    disputeStatus: 'NONE',
    legalEntityId: null,
    cancelReason: null,
    currency: 'JPY',
    subtotalPrice: 100,
    totalTax: 10,
    totalPrice: 110,
    closedAt: null,
    canceledAt: null,
    createdAt: Date.UTC(2024, 0, n),
    updatedAt: Date.UTC(2024, 0, n),
    customFields: {},
    lineItems: [],
    ...(rest as Partial<OrderSample>),
    customer: {
      user: null,
      name: `Customer ${n}`,
      nameKana: '',
      addressLine1: '',
      addressLine2: null,
      addressLine3: null,
      phone: '',
      email: '',
      age: null,
      preferredContactMethod: null,
      preferredTimeToContact: null,
      ...customer,
    },
  }
}

export const lineSample = (parts: Deep<OrderSample['lineItems'][number]> = {}): OrderSample['lineItems'][number] => {
  const { price, ...rest } = parts
  return {
    product: sampleId('p', 1),
    productName: 'Shirt',
    variant: sampleId('v', 1),
    variantTitle: 'M',
    sku: 'S-1',
    quantity: 1,
    ...rest,
    price: { amount: 100, taxable: false, ...price },
  }
}

export async function storeOrganizations(tx: Tx): Promise<void> {
  const shop = (id: string, n: number) => ({
    id,
    name: `Shop ${n}`,
    slug: `shop${n}`,
    storeNumber: n,
    restrictions: [],
    createdAt: 0,
    updatedAt: 0,
  })
  await tx.insert(organizations).values([shop(sampleOrganization, 1), shop(otherOrganization, 2)])
}

let lastLine = 0

/** Writes sample orders with their lines and index entries, straight into the tables. */
export async function storeOrderSamples(tx: Tx, samples: readonly OrderSample[]): Promise<void> {
  for (let start = 0; start < samples.length; start += 100) {
    const chunk = samples.slice(start, start + 100)
    await tx.insert(orders).values(chunk.map(orderRow))
    const lines = chunk.flatMap((sample) => sample.lineItems.map((line, position) => lineRow(sample, line, position)))
    for (let from = 0; from < lines.length; from += 500)
      await tx.insert(orderLines).values(lines.slice(from, from + 500))
    await indexRows(
      tx,
      'order_search',
      chunk.map(({ number, customer, lineItems }) => ({
        number,
        tokens: searchTokens([
          String(number),
          customer.name,
          customer.nameKana,
          customer.email,
          customer.phone.replaceAll(/\D/g, ''),
          ...lineItems.flatMap((line) => [line.sku, line.productName]),
        ]),
      })),
    )
  }
}

function orderRow(sample: OrderSample): typeof orders.$inferInsert {
  const { customer, organization, cart, checkout, lineItems, ...own } = sample
  return {
    ...own,
    organizationId: organization,
    cartId: cart,
    checkoutId: checkout,
    lineItems,
    taxRateBasisPoints: 1000,
    lastStatusChangeAt: sample.updatedAt,
    userId: customer.user,
    customerName: customer.name,
    customerNameKana: customer.nameKana,
    customerAddressLine1: customer.addressLine1,
    customerAddressLine2: customer.addressLine2,
    customerAddressLine3: customer.addressLine3,
    customerPhone: customer.phone,
    customerEmail: customer.email,
    customerAge: customer.age,
    customerPreferredContactMethod: customer.preferredContactMethod,
    customerPreferredTimeToContact: customer.preferredTimeToContact,
  }
}

const lineRow = (
  sample: OrderSample,
  line: OrderSample['lineItems'][number],
  position: number,
): typeof orderLines.$inferInsert => ({
  id: ++lastLine,
  orderId: sample.id,
  organizationId: sample.organization,
  position,
  productId: line.product,
  productName: line.productName,
  variantId: line.variant,
  variantTitle: line.variantTitle,
  sku: line.sku,
  priceAmount: line.price.amount,
  taxable: line.price.taxable,
  taxIncluded: false,
  quantity: line.quantity,
  taxAmount: 0,
})

type AttributeValue = string | number | boolean | string[]

/** A product as the Nodeblocks answer shows it, with its variants in full and times in ms. */
export type ProductSample = {
  id: string
  number: number
  organization: string
  category: string | null
  name: string
  description: string
  isPromoted: boolean
  tags: string[]
  locations: string[]
  images: string[]
  features: { name: string; value: string }[]
  addressLine1: string
  publication: {
    status: string
    since: number | null
    until: number | null
    publishedAt: number | null
    publishedBy: string | null
  }
  attributes: { attributeId: string; value: AttributeValue }[]
  variants: {
    id: string
    sku: string | null
    title: string
    price: { amount: number; currency: string; taxable: boolean; taxIncluded: boolean }
    customFields: Record<string, unknown>
  }[]
  customFields: Record<string, unknown>
  createdAt: number
  updatedAt: number
}

export const productSample = (n: number, parts: Partial<ProductSample> = {}): ProductSample => ({
  id: sampleId('p', n),
  number: n,
  organization: sampleOrganization,
  category: null,
  name: `Product ${n}`,
  description: '',
  isPromoted: false,
  tags: [],
  locations: [],
  images: [],
  features: [],
  addressLine1: '',
  attributes: [],
  variants: [],
  customFields: {},
  createdAt: Date.UTC(2024, 0, n),
  updatedAt: Date.UTC(2024, 0, n),
  ...parts,
  publication: {
    status: 'DRAFT',
    since: null,
    until: null,
    publishedAt: null,
    publishedBy: null,
    ...parts.publication,
  },
})

export const variantSample = (
  n: number,
  sku: string | null,
  amount: number,
  parts: { taxable?: boolean; taxIncluded?: boolean; customFields?: Record<string, unknown> } = {},
): ProductSample['variants'][number] => ({
  id: sampleId('v', n),
  sku,
  title: `Variant ${n}`,
  price: { amount, currency: 'JPY', taxable: parts.taxable ?? false, taxIncluded: parts.taxIncluded ?? false },
  customFields: parts.customFields ?? {},
})

/** Writes sample products with all that hangs on them, and the categories and locations they name. */
export async function storeProductSamples(tx: Tx, samples: readonly ProductSample[]): Promise<void> {
  const at = { createdAt: 0, updatedAt: 0 }
  const distinct = (ids: (string | null)[]) => [...new Set(ids.filter((id) => id !== null))]
  const insert = async <T>(rows: T[], write: (rows: T[]) => PromiseLike<unknown>) => {
    for (let start = 0; start < rows.length; start += 200) await write(rows.slice(start, start + 200))
  }
  await insert(distinct(samples.map((sample) => sample.category)), (ids) =>
    tx.insert(categories).values(ids.map((id) => ({ id, name: id, ...at }))),
  )
  await insert(distinct(samples.flatMap((sample) => sample.locations)), (ids) =>
    tx.insert(locations).values(ids.map((id) => ({ id, name: id, ...at }))),
  )
  await insert([...samples], (some) => tx.insert(products).values(some.map(productRow)))
  await insert(
    samples.flatMap(({ id, tags }) => tags.map((tag, position) => ({ productId: id, position, tag }))),
    (rows) => tx.insert(productTags).values(rows),
  )
  await insert(
    samples.flatMap((sample) =>
      sample.locations.map((locationId, position) => ({ productId: sample.id, position, locationId })),
    ),
    (rows) => tx.insert(productLocations).values(rows),
  )
  await insert(
    samples.flatMap(({ id, images }) =>
      images.map((attachmentId, position) => ({ productId: id, position, attachmentId })),
    ),
    (rows) => tx.insert(productImages).values(rows),
  )
  await insert(
    samples.flatMap(({ id, attributes }) =>
      attributes.map((attribute, position) => ({ productId: id, position, ...attribute })),
    ),
    (rows) => tx.insert(productAttributes).values(rows),
  )
  await insert(
    samples.flatMap((sample) =>
      sample.variants.map((variant, position) => ({
        id: variant.id,
        productId: sample.id,
        organizationId: sample.organization,
        position,
        sku: variant.sku,
        skuHash: variant.sku,
        title: variant.title,
        images: [],
        priceAmount: variant.price.amount,
        priceTaxable: variant.price.taxable,
        priceTaxIncluded: variant.price.taxIncluded,
        customFields: variant.customFields,
        ...at,
      })),
    ),
    (rows) => tx.insert(variants).values(rows),
  )
  await indexRows(
    tx,
    'product_search',
    samples.map(({ number, name, description, tags }) => ({
      number,
      tokens: searchTokens([name, description, ...tags]),
    })),
  )
}

function productRow(sample: ProductSample): typeof products.$inferInsert {
  const { publication, organization, category, locations: places, images: _images, variants: own, ...rest } = sample
  return {
    ...rest,
    nameFolded: fold(sample.name),
    organizationId: organization,
    categoryId: category,
    images: [],
    locationIds: places,
    variantIds: own.map((variant) => variant.id),
    publicationStatus: publication.status,
    publicationSince: publication.since,
    publicationUntil: publication.until,
    publishedAt: publication.publishedAt,
    publishedBy: publication.publishedBy,
    visibleFrom: 0,
    visibleUntil: 0,
  }
}

import {
  bigint,
  boolean,
  index,
  integer,
  json,
  money,
  real,
  table,
  text,
  timestamp,
  uniqueIndex,
} from '../dialect/columns'
import { organizations } from './identity'

export const categories = table(
  'categories',
  {
    id: text().primaryKey(),
    parentId: text(),
    name: text().notNull(),
    description: text().notNull().default(''),
    /** `ACTIVE` or `ARCHIVED`. */
    status: text().notNull().default('ACTIVE'),
    sequence: real().notNull().default(0),
    /** Hand-made order among siblings of equal `sequence` (decision 44). */
    rank: text().notNull().default(''),
    icon: json().$type<{ type: string; value: string }>(),
    version: integer().notNull().default(1),
    createdAt: timestamp().notNull(),
    updatedAt: timestamp().notNull(),
  },
  (t) => [
    index('categories_parent').on(t.parentId, t.sequence, t.rank),
    index('categories_created').on(t.createdAt, t.id),
  ],
)

export const products = table(
  'products',
  {
    id: text().primaryKey(),
    /** The integer id of the surfaces that want one, and the row of the search index. */
    number: bigint().notNull(),
    /** The generic surface's product id, when it is not `PROD` and the number. */
    externalCode: text(),
    organizationId: text()
      .notNull()
      .references(() => organizations.id),
    categoryId: text().references(() => categories.id),
    name: text().notNull(),
    description: text().notNull().default(''),
    dimensions: text().notNull().default(''),
    variantNote: text().notNull().default(''),
    additionalInformation: text().notNull().default(''),
    longitude: real(),
    latitude: real(),
    isPromoted: boolean().notNull().default(false),
    tags: json().$type<string[]>().notNull(),
    features: json().$type<{ name: string; value: string }[]>().notNull(),
    addressLine1: text().notNull().default(''),
    addressLine2: text().notNull().default(''),
    addressLine3: text().notNull().default(''),
    postalCode: text().notNull().default(''),
    /** `DRAFT`, `ACTIVE` or `ARCHIVED`. */
    publicationStatus: text().notNull().default('DRAFT'),
    publicationSince: timestamp(),
    publicationUntil: timestamp(),
    publishedAt: timestamp(),
    publishedBy: text(),
    customFields: json().$type<Record<string, unknown>>().notNull(),
    version: integer().notNull().default(1),
    createdAt: timestamp().notNull(),
    updatedAt: timestamp().notNull(),
  },
  (t) => [
    uniqueIndex('products_number').on(t.number),
    uniqueIndex('products_external_code').on(t.organizationId, t.externalCode),
    index('products_organization').on(t.organizationId, t.createdAt, t.id),
    index('products_category').on(t.categoryId, t.publicationStatus),
    index('products_created').on(t.createdAt, t.id),
  ],
)

export const variants = table(
  'variants',
  {
    id: text().primaryKey(),
    productId: text()
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    organizationId: text().notNull(),
    /** Place in the product's list; the first is the default variant. */
    position: integer().notNull().default(0),
    sku: text(),
    title: text().notNull(),
    description: text().notNull().default(''),
    priceAmount: money().notNull(),
    priceTaxable: boolean().notNull().default(false),
    priceTaxIncluded: boolean().notNull().default(false),
    customFields: json().$type<Record<string, unknown>>().notNull(),
    version: integer().notNull().default(1),
    createdAt: timestamp().notNull(),
    updatedAt: timestamp().notNull(),
  },
  (t) => [
    uniqueIndex('variants_sku').on(t.organizationId, t.sku),
    index('variants_product').on(t.productId, t.position, t.id),
  ],
)

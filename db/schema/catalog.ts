import {
  bigint,
  boolean,
  equalityIndex,
  index,
  integer,
  json,
  money,
  primaryKey,
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
    /** Order among siblings of equal `sequence`: by name until a node is moved by hand (decision 44). */
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

export const locations = table(
  'locations',
  {
    id: text().primaryKey(),
    parentId: text(),
    name: text().notNull(),
    code: text().notNull().default(''),
    /** Free text; the seeded tree uses `region`, `prefecture` and `city`. */
    type: text().notNull().default(''),
    /** Order among siblings: by name until a node is moved by hand. */
    rank: text().notNull().default(''),
    version: integer().notNull().default(1),
    createdAt: timestamp().notNull(),
    updatedAt: timestamp().notNull(),
  },
  (t) => [index('locations_parent').on(t.parentId, t.rank), index('locations_created').on(t.createdAt, t.id)],
)

/**
 * Products. The JSON lists are what an answer shows, in its order; the `product_…` tables below repeat them row by row
 * as an index for filters, reference checks and deletions, and are written in the same transaction.
 */
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
    /** `fold` of the name, so that searching by it does not fold each row. */
    nameFolded: text().notNull(),
    description: text().notNull().default(''),
    dimensions: text().notNull().default(''),
    variantNote: text().notNull().default(''),
    additionalInformation: text().notNull().default(''),
    longitude: real(),
    latitude: real(),
    isPromoted: boolean().notNull().default(false),
    tags: json().$type<string[]>().notNull(),
    features: json().$type<{ name: string; value: string }[]>().notNull(),
    attributes: json().$type<{ attributeId: string; value: string | number | boolean | string[] }[]>().notNull(),
    images: json().$type<ImageReference[]>().notNull(),
    locationIds: json().$type<string[]>().notNull(),
    variantIds: json().$type<string[]>().notNull(),
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
    /**
     * The span in which the product is published, from the three columns above and the organization's time zone:
     * `visibleFrom <= now < visibleUntil`. Never begins for what is not ACTIVE.
     */
    visibleFrom: timestamp().notNull(),
    visibleUntil: timestamp().notNull(),
    customFields: json().$type<Record<string, unknown>>().notNull(),
    version: integer().notNull().default(1),
    createdAt: timestamp().notNull(),
    updatedAt: timestamp().notNull(),
  },
  (t) => [
    uniqueIndex('products_number').on(t.number),
    uniqueIndex('products_external_code').on(t.organizationId, t.externalCode),
    index('products_organization').on(t.organizationId, t.createdAt, t.id),
    index('products_organization_updated').on(t.organizationId, t.updatedAt, t.id),
    index('products_organization_status').on(t.organizationId, t.publicationStatus, t.createdAt, t.id),
    index('products_category').on(t.categoryId, t.organizationId, t.visibleFrom, t.visibleUntil),
    index('products_created').on(t.createdAt, t.id),
    index('products_updated').on(t.updatedAt, t.id),
  ],
)

/** What an answer shows of an attachment without looking it up; content never changes under an id. */
export type ImageReference = { id: string; type: string; hash: string; isPublic: boolean }

export const productTags = table(
  'product_tags',
  {
    productId: text()
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    tag: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.productId, t.position] }), equalityIndex('product_tags_tag', t.tag)],
)

export const productAttributes = table(
  'product_attributes',
  {
    productId: text()
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    attributeId: text().notNull(),
    value: json().$type<string | number | boolean | string[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.productId, t.position] }),
    index('product_attributes_attribute').on(t.attributeId, t.productId),
  ],
)

export const productLocations = table(
  'product_locations',
  {
    productId: text()
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    locationId: text()
      .notNull()
      .references(() => locations.id),
  },
  (t) => [
    primaryKey({ columns: [t.productId, t.position] }),
    index('product_locations_location').on(t.locationId, t.productId),
  ],
)

export const productImages = table(
  'product_images',
  {
    productId: text()
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    attachmentId: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.productId, t.position] }),
    index('product_images_attachment').on(t.attachmentId, t.productId),
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
    /** SHA-256 of `sku`: what is unique, because a long text does not fit into every engine's unique index. */
    skuHash: text(),
    title: text().notNull(),
    description: text().notNull().default(''),
    images: json().$type<ImageReference[]>().notNull(),
    priceAmount: money().notNull(),
    priceTaxable: boolean().notNull().default(false),
    priceTaxIncluded: boolean().notNull().default(false),
    customFields: json().$type<Record<string, unknown>>().notNull(),
    version: integer().notNull().default(1),
    createdAt: timestamp().notNull(),
    updatedAt: timestamp().notNull(),
  },
  (t) => [
    uniqueIndex('variants_sku_unique').on(t.organizationId, t.skuHash),
    equalityIndex('variants_sku', t.sku),
    index('variants_product').on(t.productId, t.position, t.id),
    index('variants_price').on(t.priceAmount, t.productId),
  ],
)

export const variantImages = table(
  'variant_images',
  {
    variantId: text()
      .notNull()
      .references(() => variants.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    attachmentId: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.variantId, t.position] }),
    index('variant_images_attachment').on(t.attachmentId, t.variantId),
  ],
)

export const attributes = table(
  'attributes',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    /** `Boolean`, `Text`, `Number`, `Select` or `MultiSelect`. */
    type: text().notNull(),
    order: real().notNull().default(0),
    groupName: text(),
    categoryIds: json().$type<string[]>().notNull(),
    items: json().$type<{ key: string; value: string; groupName?: string }[]>().notNull(),
    itemGroups: json().$type<{ key: string; value: string; categoryIds?: string[] }[]>().notNull(),
    customFields: json().$type<Record<string, unknown>>().notNull(),
    version: integer().notNull().default(1),
    createdAt: timestamp().notNull(),
    updatedAt: timestamp().notNull(),
  },
  (t) => [index('attributes_created').on(t.createdAt, t.id)],
)

/** Who follows which product. */
export const follows = table(
  'follows',
  {
    id: text().primaryKey(),
    productId: text()
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    userId: text().notNull(),
    createdAt: timestamp().notNull(),
  },
  (t) => [
    uniqueIndex('follows_user_product').on(t.userId, t.productId),
    index('follows_product').on(t.productId, t.createdAt, t.id),
    index('follows_user').on(t.userId, t.createdAt, t.id),
  ],
)

/**
 * How often the catalog changed, so that counts kept in memory know when they are out of date. Spread over shards, so
 * that writers on a server do not meet in one row; only the sum has a meaning.
 */
export const catalogStamps = table('catalog_stamps', {
  shard: integer().primaryKey(),
  value: bigint().notNull(),
})

import { sql } from 'drizzle-orm'
import {
  attributes,
  categories,
  follows,
  locations,
  organizations,
  productAttributes,
  productImages,
  productLocations,
  products,
  productTags,
  railAreaLines,
  railAreas,
  railCompanies,
  railLines,
  railStations,
  variants,
} from '@/db/schema'
import type { ColumnMap } from '@/lib/query/column-map'
import type { attributeResource } from '@/lib/resources/attribute'
import type { categoryResource } from '@/lib/resources/category'
import type { followResource } from '@/lib/resources/follow'
import type { locationResource } from '@/lib/resources/location'
import type { productResource } from '@/lib/resources/product'
import type { railAreaResource, railCompanyResource, railLineResource, railStationResource } from '@/lib/resources/rail'
import type { variantResource } from '@/lib/resources/variant'

/** A variant is sold in its organization's currency. */
const currency = sql`(select ${organizations.currency} from ${organizations} where ${organizations.id} = ${variants.organizationId})`

export const productColumns: ColumnMap<typeof productResource> = {
  table: products,
  id: products.id,
  scopedBy: products.organizationId,
  searched: { index: 'product_search', number: products.number, fields: ['name', 'description', 'tags'] },
  fields: {
    id: products.id,
    organization: products.organizationId,
    category: products.categoryId,
    name: { value: products.name, folded: products.nameFolded },
    description: products.description,
    dimensions: products.dimensions,
    variantNote: products.variantNote,
    additionalInformation: products.additionalInformation,
    isPromoted: products.isPromoted,
    addressLine1: products.addressLine1,
    addressLine2: products.addressLine2,
    addressLine3: products.addressLine3,
    postalCode: products.postalCode,
    'publication.status': products.publicationStatus,
    'publication.since': products.publicationSince,
    'publication.until': products.publicationUntil,
    'publication.publishedAt': products.publishedAt,
    'publication.publishedBy': products.publishedBy,
    customFields: products.customFields,
    createdAt: products.createdAt,
    updatedAt: products.updatedAt,
  },
  lists: {
    tags: {
      table: productTags,
      parent: productTags.productId,
      indexed: ['tags'],
      fields: { tags: productTags.tag },
    },
    locations: {
      table: productLocations,
      parent: productLocations.productId,
      indexed: ['locations'],
      fields: { locations: productLocations.locationId },
    },
    images: {
      table: productImages,
      parent: productImages.productId,
      indexed: ['images'],
      fields: { images: productImages.attachmentId },
    },
    features: { json: products.features, fields: { 'features.name': ['name'], 'features.value': ['value'] } },
    attributes: {
      table: productAttributes,
      parent: productAttributes.productId,
      indexed: ['attributes.attributeId'],
      fields: { 'attributes.attributeId': productAttributes.attributeId, 'attributes.value': productAttributes.value },
    },
    variants: {
      table: variants,
      parent: variants.productId,
      scope: variants.organizationId,
      indexed: ['variants.id', 'variants.sku'],
      fields: {
        'variants.id': variants.id,
        'variants.sku': variants.sku,
        'variants.title': variants.title,
        'variants.description': variants.description,
        'variants.price.amount': variants.priceAmount,
        'variants.price.currency': currency,
        'variants.price.taxable': variants.priceTaxable,
        'variants.price.taxIncluded': variants.priceTaxIncluded,
        'variants.customFields': variants.customFields,
        'variants.createdAt': variants.createdAt,
        'variants.updatedAt': variants.updatedAt,
      },
    },
  },
}

export const variantColumns: ColumnMap<typeof variantResource> = {
  table: variants,
  id: variants.id,
  fields: {
    id: variants.id,
    productId: variants.productId,
    sku: variants.sku,
    title: variants.title,
    description: variants.description,
    'price.amount': variants.priceAmount,
    'price.currency': currency,
    'price.taxable': variants.priceTaxable,
    'price.taxIncluded': variants.priceTaxIncluded,
    customFields: variants.customFields,
    createdAt: variants.createdAt,
    updatedAt: variants.updatedAt,
  },
  lists: {},
}

export const categoryColumns: ColumnMap<typeof categoryResource> = {
  table: categories,
  id: categories.id,
  fields: {
    id: categories.id,
    name: categories.name,
    description: categories.description,
    status: categories.status,
    sequence: categories.sequence,
    parent: categories.parentId,
    rank: categories.rank,
    createdAt: categories.createdAt,
    updatedAt: categories.updatedAt,
  },
  lists: {},
}

export const locationColumns: ColumnMap<typeof locationResource> = {
  table: locations,
  id: locations.id,
  fields: {
    id: locations.id,
    name: locations.name,
    code: locations.code,
    type: locations.type,
    parent: locations.parentId,
    rank: locations.rank,
    createdAt: locations.createdAt,
    updatedAt: locations.updatedAt,
  },
  lists: {},
}

export const attributeColumns: ColumnMap<typeof attributeResource> = {
  table: attributes,
  id: attributes.id,
  fields: {
    id: attributes.id,
    name: attributes.name,
    type: attributes.type,
    order: attributes.order,
    groupName: attributes.groupName,
    customFields: attributes.customFields,
    createdAt: attributes.createdAt,
    updatedAt: attributes.updatedAt,
  },
  lists: {
    categoryIds: { json: attributes.categoryIds, fields: { categoryIds: [] } },
    items: { json: attributes.items, fields: { 'items.key': ['key'], 'items.value': ['value'] } },
  },
}

export const followColumns: ColumnMap<typeof followResource> = {
  table: follows,
  id: follows.id,
  fields: {
    id: follows.id,
    followId: follows.productId,
    followType: sql`'product'`,
    followerId: follows.userId,
    followerType: sql`'user'`,
    createdAt: follows.createdAt,
  },
  lists: {},
}

export const railCompanyColumns: ColumnMap<typeof railCompanyResource> = {
  table: railCompanies,
  id: railCompanies.id,
  fields: { id: railCompanies.id, name: railCompanies.name, code: railCompanies.code },
  lists: {},
}

export const railAreaColumns: ColumnMap<typeof railAreaResource> = {
  table: railAreas,
  id: railAreas.id,
  fields: { id: railAreas.id, name: railAreas.name, code: railAreas.code },
  lists: {
    lines: {
      table: railAreaLines,
      parent: railAreaLines.areaId,
      indexed: ['lines'],
      fields: { lines: railAreaLines.lineId },
    },
  },
}

export const railLineColumns: ColumnMap<typeof railLineResource> = {
  table: railLines,
  id: railLines.id,
  fields: { id: railLines.id, name: railLines.name, code: railLines.code, company: railLines.companyId },
  lists: {},
}

export const railStationColumns: ColumnMap<typeof railStationResource> = {
  table: railStations,
  id: railStations.id,
  fields: {
    id: railStations.id,
    name: railStations.name,
    code: railStations.code,
    line: railStations.lineId,
    area: railStations.areaId,
    orderNum: railStations.orderNum,
    isClosed: railStations.isClosed,
  },
  lists: {},
}

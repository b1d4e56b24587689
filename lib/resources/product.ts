import { defineResource } from './resource'

export const publicationStatuses = ['DRAFT', 'ACTIVE', 'ARCHIVED'] as const
export type PublicationStatus = (typeof publicationStatuses)[number]

/** A product with its variants (spec nodeblocks 4.5, 5.1, 5.3). Amounts are minor units. */
export const productResource = defineResource({
  name: 'product',
  fields: {
    id: { type: 'id', label: 'Id' },
    organization: { type: 'id', label: 'Organization' },
    category: { type: 'id', label: 'Category', nullable: true },
    name: { type: 'string', label: 'Name' },
    description: { type: 'string', label: 'Description' },
    dimensions: { type: 'string', label: 'Dimensions' },
    variantNote: { type: 'string', label: 'Variant note' },
    additionalInformation: { type: 'string', label: 'Additional information' },
    isPromoted: { type: 'boolean', label: 'Promoted' },
    tags: { type: 'string', label: 'Tags' },
    locations: { type: 'id', label: 'Locations' },
    images: { type: 'id', label: 'Images' },
    'features.name': { type: 'string', label: 'Feature' },
    'features.value': { type: 'string', label: 'Feature value' },
    addressLine1: { type: 'string', label: 'Address 1' },
    addressLine2: { type: 'string', label: 'Address 2' },
    addressLine3: { type: 'string', label: 'Address 3' },
    postalCode: { type: 'string', label: 'Postal code' },
    'publication.status': { type: 'enum', label: 'Publication', values: publicationStatuses },
    'publication.since': { type: 'date', label: 'Published since', nullable: true },
    'publication.until': { type: 'date', label: 'Published until', nullable: true },
    'publication.publishedAt': { type: 'date', label: 'Published', nullable: true },
    'publication.publishedBy': { type: 'id', label: 'Published by', nullable: true },
    'attributes.attributeId': { type: 'id', label: 'Attribute' },
    'attributes.value': { type: 'any', label: 'Attribute value' },
    'variants.id': { type: 'id', label: 'Variant' },
    'variants.sku': { type: 'string', label: 'SKU', nullable: true },
    'variants.title': { type: 'string', label: 'Variant title' },
    'variants.description': { type: 'string', label: 'Variant description' },
    'variants.price.amount': { type: 'integer', label: 'Price' },
    'variants.price.currency': { type: 'string', label: 'Currency' },
    'variants.price.taxable': { type: 'boolean', label: 'Taxable' },
    'variants.price.taxIncluded': { type: 'boolean', label: 'Tax included' },
    'variants.customFields': { type: 'open', label: 'Variant custom fields' },
    'variants.createdAt': { type: 'date', label: 'Variant created' },
    'variants.updatedAt': { type: 'date', label: 'Variant updated' },
    customFields: { type: 'open', label: 'Custom fields' },
    createdAt: { type: 'date', label: 'Created' },
    updatedAt: { type: 'date', label: 'Updated' },
  },
  lists: ['tags', 'locations', 'images', 'features', 'attributes', 'variants'],
  aliases: {
    organizationId: 'organization',
    categoryId: 'category',
    locationIds: 'locations',
    imageIds: 'images',
  },
  expansions: {
    category: { resource: 'category' },
    organization: { resource: 'organization' },
    variants: { resource: 'variant', many: true },
    locations: { resource: 'location', many: true },
    attributes: { resource: 'attribute', many: true, from: 'attributeId', into: 'attribute' },
  },
  inertExpansions: ['images'],
  sortAliases: {
    publishedAt: 'publication.publishedAt',
    since: 'publication.since',
    until: 'publication.until',
  },
  defaultSort: [{ path: 'createdAt', direction: 'asc' }],
  indexed: [
    'id',
    'organization',
    'category',
    'publication.status',
    'createdAt',
    'updatedAt',
    'images',
    'variants.id',
    'variants.sku',
  ],
  searchable: true,
})

/** The same among what somebody follows, where a product is also called by the names of C41. */
export const followedProductResource = {
  ...productResource,
  aliases: { ...productResource.aliases, productId: 'id', followId: 'id' },
}

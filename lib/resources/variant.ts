import { defineResource } from './resource'

/** What is sold of a product (spec nodeblocks 4.6, 5.1). Amounts are minor units. */
export const variantResource = defineResource({
  name: 'variant',
  fields: {
    id: { type: 'id', label: 'Id' },
    productId: { type: 'id', label: 'Product' },
    sku: { type: 'string', label: 'SKU', nullable: true },
    title: { type: 'string', label: 'Title' },
    description: { type: 'string', label: 'Description' },
    'price.amount': { type: 'integer', label: 'Price' },
    'price.currency': { type: 'string', label: 'Currency' },
    'price.taxable': { type: 'boolean', label: 'Taxable' },
    'price.taxIncluded': { type: 'boolean', label: 'Tax included' },
    customFields: { type: 'open', label: 'Custom fields' },
    createdAt: { type: 'date', label: 'Created' },
    updatedAt: { type: 'date', label: 'Updated' },
  },
  lists: [],
  aliases: { product: 'productId' },
  expansions: { product: { resource: 'product', from: 'productId' } },
  inertExpansions: ['images'],
  defaultSort: [{ path: 'createdAt', direction: 'asc' }],
})

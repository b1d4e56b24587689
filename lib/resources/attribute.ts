import { defineResource } from './resource'

export const attributeTypes = ['Boolean', 'Text', 'Number', 'Select', 'MultiSelect'] as const
export type AttributeType = (typeof attributeTypes)[number]

/** A property products may carry (spec nodeblocks 4.7, 5.1). Nothing in it expands (decision 39). */
export const attributeResource = defineResource({
  name: 'attribute',
  fields: {
    id: { type: 'id', label: 'Id' },
    name: { type: 'string', label: 'Name' },
    type: { type: 'enum', label: 'Type', values: attributeTypes },
    order: { type: 'number', label: 'Order' },
    groupName: { type: 'string', label: 'Group', nullable: true },
    categoryIds: { type: 'id', label: 'Categories' },
    'items.key': { type: 'string', label: 'Item key' },
    'items.value': { type: 'string', label: 'Item value' },
    customFields: { type: 'open', label: 'Custom fields' },
    createdAt: { type: 'date', label: 'Created' },
    updatedAt: { type: 'date', label: 'Updated' },
  },
  lists: ['categoryIds', 'items'],
  aliases: {},
  expansions: {},
  defaultSort: [{ path: 'createdAt', direction: 'asc' }],
})

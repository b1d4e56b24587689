import { defineResource } from './resource'

/** A node of the location tree (spec nodeblocks 4.3, 5.1). */
export const locationResource = defineResource({
  name: 'location',
  fields: {
    id: { type: 'id', label: 'Id' },
    name: { type: 'string', label: 'Name' },
    code: { type: 'string', label: 'Code', nullable: true },
    type: { type: 'string', label: 'Type', nullable: true },
    parent: { type: 'id', label: 'Parent', nullable: true },
    createdAt: { type: 'date', label: 'Created' },
    updatedAt: { type: 'date', label: 'Updated' },
  },
  lists: [],
  aliases: { parentId: 'parent' },
  expansions: { parent: { resource: 'location' } },
  defaultSort: [{ path: 'createdAt', direction: 'asc' }],
})

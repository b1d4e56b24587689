import { defineResource } from './resource'

/** A node of the location tree (spec nodeblocks 4.3, 5.1). */
export const locationResource = defineResource({
  name: 'location',
  fields: {
    id: { type: 'id', label: 'Id' },
    name: { type: 'string', label: 'Name' },
    code: { type: 'string', label: 'Code' },
    type: { type: 'string', label: 'Type' },
    parent: { type: 'id', label: 'Parent', nullable: true },
    /** The order by hand among siblings; trees are sorted by it, callers cannot be. */
    rank: { type: 'string', label: 'Place', filterable: false, sortable: false },
    createdAt: { type: 'date', label: 'Created' },
    updatedAt: { type: 'date', label: 'Updated' },
  },
  lists: [],
  aliases: { parentId: 'parent' },
  expansions: { parent: { resource: 'location' } },
  defaultSort: [{ path: 'createdAt', direction: 'asc' }],
})

/** The same in the order of the tree. */
export const locationTreeResource = { ...locationResource, defaultSort: [{ path: 'rank', direction: 'asc' }] } as const

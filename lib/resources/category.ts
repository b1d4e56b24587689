import { defineResource } from './resource'

export const categoryStatuses = ['ACTIVE', 'ARCHIVED'] as const
export type CategoryStatus = (typeof categoryStatuses)[number]

/** A node of the category tree (spec nodeblocks 4.4, 5.1). */
export const categoryResource = defineResource({
  name: 'category',
  fields: {
    id: { type: 'id', label: 'Id' },
    name: { type: 'string', label: 'Name' },
    description: { type: 'string', label: 'Description' },
    status: { type: 'enum', label: 'Status', values: categoryStatuses },
    sequence: { type: 'number', label: 'Sequence' },
    parent: { type: 'id', label: 'Parent', nullable: true },
    /** The order by hand among siblings; trees are sorted by it, callers cannot be. */
    rank: { type: 'string', label: 'Place', filterable: false, sortable: false },
    createdAt: { type: 'date', label: 'Created' },
    updatedAt: { type: 'date', label: 'Updated' },
  },
  lists: [],
  aliases: { parentId: 'parent' },
  expansions: { parent: { resource: 'category' } },
  defaultSort: [{ path: 'createdAt', direction: 'asc' }],
})

/** The same in the order of the tree (decision 44). */
export const categoryTreeResource = {
  ...categoryResource,
  defaultSort: [
    { path: 'sequence', direction: 'asc' },
    { path: 'rank', direction: 'asc' },
  ],
} as const

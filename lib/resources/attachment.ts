import { defineResource } from './resource'

/** A file of an organization (spec nodeblocks 4.9, 5.1). Nothing in it expands (decision 39). */
export const attachmentResource = defineResource({
  name: 'attachment',
  fields: {
    id: { type: 'id', label: 'Id' },
    type: { type: 'string', label: 'Type' },
    isPublic: { type: 'boolean', label: 'Public' },
    ownerId: { type: 'id', label: 'Owner' },
    ownerType: { type: 'string', label: 'Kind of owner' },
    size: { type: 'integer', label: 'Size' },
    createdAt: { type: 'date', label: 'Created' },
    updatedAt: { type: 'date', label: 'Updated' },
  },
  lists: [],
  aliases: { organizationId: 'ownerId' },
  expansions: {},
  defaultSort: [{ path: 'createdAt', direction: 'asc' }],
})

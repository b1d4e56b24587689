import { defineResource } from './resource'

/** What may be kept, decided by content (decision 45): MIME type → ending of the address. Never SVG or HTML. */
export const attachmentTypes = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
  'application/pdf': 'pdf',
} as const

/** A file of an organization (spec nodeblocks 4.9, 5.1). Nothing in it expands (decision 39). */
export const attachmentResource = defineResource({
  name: 'attachment',
  fields: {
    id: { type: 'id', label: 'Id' },
    type: { type: 'string', label: 'Type' },
    isPublic: { type: 'boolean', label: 'Public' },
    ownerId: { type: 'id', label: 'Owner' },
    ownerType: { type: 'string', label: 'Kind of owner' },
    name: { type: 'string', label: 'Name' },
    size: { type: 'integer', label: 'Size' },
    usageCount: { type: 'integer', label: 'Used in' },
    'uploadedBy.id': { type: 'id', label: 'Uploaded by', nullable: true },
    'uploadedBy.name': { type: 'string', label: 'Uploaded by (name)' },
    createdAt: { type: 'date', label: 'Created' },
    updatedAt: { type: 'date', label: 'Updated' },
  },
  lists: [],
  aliases: { organizationId: 'ownerId' },
  expansions: {},
  defaultSort: [{ path: 'createdAt', direction: 'asc' }],
})

import { defineResource } from './resource'

/** An API key in lists; its token is never among the fields. */
export const apiKeyResource = defineResource({
  name: 'apiKey',
  fields: {
    id: { type: 'id', label: 'Id' },
    name: { type: 'string', label: 'Name' },
    hint: { type: 'string', label: 'Token' },
    expiresAt: { type: 'date', label: 'Expires', nullable: true },
    lastUsedAt: { type: 'date', label: 'Last used', nullable: true },
    createdAt: { type: 'date', label: 'Created' },
    updatedAt: { type: 'date', label: 'Updated' },
  },
  lists: [],
  aliases: {},
  expansions: {},
  defaultSort: [{ path: 'createdAt', direction: 'asc' }],
})

import { defineResource } from './resource'

/** Whoever can sign in, as `$expand` shows them (decision 47); never with anything secret. */
export const userResource = defineResource({
  name: 'user',
  fields: {
    id: { type: 'id', label: 'Id' },
    name: { type: 'string', label: 'Name' },
    email: { type: 'string', label: 'E-mail' },
    typeId: { type: 'string', label: 'Type' },
    createdAt: { type: 'date', label: 'Created' },
    updatedAt: { type: 'date', label: 'Updated' },
  },
  lists: [],
  aliases: {},
  expansions: {},
  defaultSort: [{ path: 'createdAt', direction: 'asc' }],
})

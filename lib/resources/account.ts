import { defineResource } from './resource'

/** An account as system admins see it; never with anything secret. */
export const accountResource = defineResource({
  name: 'account',
  fields: {
    id: { type: 'id', label: 'Id' },
    name: { type: 'string', label: 'Name' },
    email: { type: 'string', label: 'E-mail' },
    typeId: { type: 'string', label: 'Type' },
    emailVerifiedAt: { type: 'date', label: 'E-mail verified', nullable: true },
    disabledAt: { type: 'date', label: 'Disabled', nullable: true },
    lastSeenAt: { type: 'date', label: 'Last seen', nullable: true },
    createdAt: { type: 'date', label: 'Created' },
    updatedAt: { type: 'date', label: 'Updated' },
  },
  lists: [],
  aliases: {},
  expansions: {},
  defaultSort: [{ path: 'name', direction: 'asc' }],
})

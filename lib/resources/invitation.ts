import { memberRoles } from './member'
import { defineResource } from './resource'

/** An invitation in lists; its token is never among the fields. */
export const invitationResource = defineResource({
  name: 'invitation',
  fields: {
    id: { type: 'id', label: 'Id' },
    role: { type: 'enum', label: 'Role', values: memberRoles },
    email: { type: 'string', label: 'E-mail', nullable: true },
    invitedBy: { type: 'string', label: 'Invited by' },
    expiresAt: { type: 'date', label: 'Expires' },
    acceptedAt: { type: 'date', label: 'Accepted', nullable: true },
    createdAt: { type: 'date', label: 'Created' },
  },
  lists: [],
  aliases: {},
  expansions: {},
  defaultSort: [{ path: 'createdAt', direction: 'desc' }],
})

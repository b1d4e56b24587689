import { defineResource } from './resource'

export const memberRoles = ['owner', 'admin', 'member', 'guest'] as const
export type MemberRole = (typeof memberRoles)[number]

/** Somebody with a role in an organization; `id` is the user's. */
export const memberResource = defineResource({
  name: 'member',
  fields: {
    id: { type: 'id', label: 'Id' },
    name: { type: 'string', label: 'Name' },
    email: { type: 'string', label: 'E-mail' },
    role: { type: 'enum', label: 'Role', values: memberRoles },
    lastSeenAt: { type: 'date', label: 'Last seen', nullable: true },
    createdAt: { type: 'date', label: 'Member since' },
  },
  lists: [],
  aliases: { userId: 'id' },
  expansions: {},
  defaultSort: [{ path: 'name', direction: 'asc' }],
})

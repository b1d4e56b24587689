import { defineResource } from './resource'

export const organizationStatuses = ['normal', 'restricted', 'prohibited'] as const
export type OrganizationStatus = (typeof organizationStatuses)[number]

/** An organization (decision 47). */
export const organizationResource = defineResource({
  name: 'organization',
  fields: {
    id: { type: 'id', label: 'Id' },
    name: { type: 'string', label: 'Name' },
    description: { type: 'string', label: 'Description' },
    slug: { type: 'string', label: 'Slug' },
    country: { type: 'string', label: 'Country' },
    currency: { type: 'string', label: 'Currency' },
    timeZone: { type: 'string', label: 'Time zone' },
    status: { type: 'enum', label: 'Status', values: organizationStatuses },
    createdAt: { type: 'date', label: 'Created' },
    updatedAt: { type: 'date', label: 'Updated' },
  },
  lists: [],
  aliases: {},
  expansions: {},
  defaultSort: [{ path: 'createdAt', direction: 'asc' }],
})

import { listOf } from '@/lib/api/primary/list-schema'
import { wordSearch } from '@/lib/api/primary/members/operations'
import { operation } from '@/lib/http/operation'
import { organizationResource } from '@/lib/resources/organization'
import { newOrganizationSchema, settingsPatchSchema, settingsSchema } from './settings'
import { organizationSchema } from './to-organization'

const tag = 'Organizations'

export const listOrganizations = operation({
  id: 'listOrganizations',
  method: 'GET',
  path: '/orgs',
  summary: 'The caller’s organizations; all of them for a system admin',
  tag,
  access: 'any',
  scope: 'orders:read',
  list: { resource: organizationResource, expand: false },
  query: { $search: wordSearch.$search.describe('Words in the name or the slug.') },
  success: { status: 200, schema: listOf(organizationSchema) },
})

export const readOrganization = operation({
  id: 'readOrganization',
  method: 'GET',
  path: '/orgs/{orgId}',
  summary: 'One organization',
  tag,
  access: 'member',
  scope: 'orders:read',
  success: { status: 200, schema: organizationSchema },
})

export const createOrganizationOperation = operation({
  id: 'createOrganization',
  method: 'POST',
  path: '/orgs',
  summary: 'Make an organization',
  tag,
  access: 'system',
  body: newOrganizationSchema,
  success: { status: 201, schema: settingsSchema },
  errors: ['Conflict'],
})

export const readSettingsOperation = operation({
  id: 'readSettings',
  method: 'GET',
  path: '/orgs/{orgId}/settings',
  summary: 'Everything that is set for an organization',
  tag,
  access: 'organization',
  success: { status: 200, schema: settingsSchema },
})

export const patchSettings = operation({
  id: 'patchSettings',
  method: 'PATCH',
  path: '/orgs/{orgId}/settings',
  summary: 'Change what is set for an organization',
  description:
    'The tenant slug, the store number and the status are for system admins: 403. The currency stays once the catalog has prices: 409. A new time zone moves the days of publication, `prohibited` hides the catalog.',
  tag,
  access: 'organization',
  body: settingsPatchSchema,
  success: { status: 200, schema: settingsSchema },
  errors: ['Conflict'],
})

export const organizationOperations = [
  listOrganizations,
  readOrganization,
  createOrganizationOperation,
  readSettingsOperation,
  patchSettings,
]

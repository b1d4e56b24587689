import { listOf } from '@/lib/api/primary/list-schema'
import { operation } from '@/lib/http/operation'
import { organizationResource } from '@/lib/resources/organization'
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

export const organizationOperations = [listOrganizations, readOrganization]

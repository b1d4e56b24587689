import { readOrganization } from '@/lib/api/primary/organizations/operations'
import { toOrganization } from '@/lib/api/primary/organizations/to-organization'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { versioned } from '@/lib/http/reply'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readOrganization, async ({ organization }) =>
    versioned(toOrganization(organization), organization.version),
  ),
})

import { readTenantDocument } from '@/lib/api/primary/system/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { tenantDocument } from '@/lib/api/tenant/document'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readTenantDocument, async ({ url }) => tenantDocument(`${url.origin}/api`)),
})

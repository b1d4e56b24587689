import { findSkus as operation } from '@/lib/api/primary/catalog/variants'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { findSkus } from '@/lib/catalog/variants/find-skus'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operation, async ({ db, organization, body }) => {
    const value = await findSkus(db, organization.id, body.skus)
    return { total: value.length, value }
  }),
})

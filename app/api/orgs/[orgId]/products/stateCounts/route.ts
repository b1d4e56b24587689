import { countProductStates as operation } from '@/lib/api/primary/catalog/product-acts'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { countProductStates } from '@/lib/catalog/products/count-states'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operation, async ({ organization }) => ({ value: await countProductStates(organization.id) })),
})

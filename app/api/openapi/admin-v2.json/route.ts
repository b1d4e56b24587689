import { storeDocument } from '@/lib/api/admin-v2/document'
import { readStoreDocument } from '@/lib/api/primary/system/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readStoreDocument, async ({ url }) => storeDocument(`${url.origin}/api`)),
})

import { readGenericDocument } from '@/lib/api/primary/system/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { genericDocument } from '@/lib/api/v1/document'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readGenericDocument, async ({ url }) => genericDocument(`${url.origin}/api`)),
})

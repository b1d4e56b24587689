import { primaryDocument } from '@/lib/api/primary/document'
import { readDocument } from '@/lib/api/primary/system/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readDocument, async ({ url }) => primaryDocument(`${url.origin}/api`)),
})

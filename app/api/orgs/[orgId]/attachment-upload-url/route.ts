import { createUploadUrl as operation } from '@/lib/api/primary/attachments/operations'
import { uriOf } from '@/lib/api/primary/catalog/uri'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { createUploadUrl } from '@/lib/attachments/upload-url'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operation, async ({ organization, query }) => {
    const { url, objectId } = createUploadUrl(organization, query.contentLength, query.contentType)
    return { url: uriOf(url), objectId }
  }),
})

import { uploadFile } from '@/lib/api/primary/attachments/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { storeUpload } from '@/lib/attachments/store-upload'
import { readPermit } from '@/lib/attachments/upload-url'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: route(uploadFile, async ({ params, query, request }) => {
    const permit = readPermit({ ...query, owner: params.owner, objectId: params.object })
    return storeUpload(permit, request.headers, request.body)
  }),
})

import { readAttachmentUsage } from '@/lib/api/primary/attachments/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { getAttachment } from '@/lib/attachments/find-attachments'
import { countUsage, findUsage } from '@/lib/attachments/find-usage'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readAttachmentUsage, async ({ db, params }) => {
    const { id } = await getAttachment(db, params.orgId, params.attachmentId)
    const value = await findUsage(db, id, 100)
    return { total: await countUsage(db, id), count: value.length, value }
  }),
})

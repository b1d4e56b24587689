import { listAttachments } from '@/lib/api/primary/attachments/operations'
import { toAttachment } from '@/lib/api/primary/attachments/to-attachment'
import { answerPage } from '@/lib/api/primary/catalog/answer'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { findAttachments } from '@/lib/attachments/find-attachments'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listAttachments, async (context) =>
    answerPage(context, await findAttachments(context.db, undefined, context.list), toAttachment),
  ),
})

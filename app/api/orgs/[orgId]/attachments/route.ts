import * as operations from '@/lib/api/primary/attachments/operations'
import { toAttachment } from '@/lib/api/primary/attachments/to-attachment'
import { answerPage } from '@/lib/api/primary/catalog/answer'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { findAttachments } from '@/lib/attachments/find-attachments'
import { registerAttachment } from '@/lib/attachments/register-attachment'
import { versioned } from '@/lib/http/reply'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listOrganizationAttachments, async (context) => {
    const { db, organization, list } = context
    return answerPage(context, await findAttachments(db, organization.id, list), toAttachment)
  }),
  POST: route(operations.createAttachment, async ({ tx, actor, organization, body }) => {
    const attachment = await registerAttachment(tx, actor, organization, body)
    const headers = { location: `/api/orgs/${organization.id}/attachments/${attachment.id}` }
    return versioned(toAttachment({ ...attachment, usageCount: 0 }), attachment.version, { headers })
  }),
})

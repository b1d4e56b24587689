import * as operations from '@/lib/api/primary/attachments/operations'
import { toAttachment } from '@/lib/api/primary/attachments/to-attachment'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { deleteAttachmentWithFile } from '@/lib/attachments/delete-attachment'
import { getAttachment } from '@/lib/attachments/find-attachments'
import { updateAttachment } from '@/lib/attachments/update-attachment'
import { versioned } from '@/lib/http/reply'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readAttachment, async ({ db, params }) => {
    const attachment = await getAttachment(db, params.orgId, params.attachmentId)
    return versioned(toAttachment(attachment), attachment.version)
  }),
  PATCH: route(operations.patchAttachment, async ({ tx, actor, organization, params, body, expected }) => {
    const attachment = await updateAttachment(tx, actor, organization, params.attachmentId, body, expected)
    return versioned(toAttachment(attachment), attachment.version)
  }),
  DELETE: route(operations.deleteAttachment, ({ actor, organization, params, query, expected }) =>
    deleteAttachmentWithFile(actor, organization, params.attachmentId, { ...query, expected }),
  ),
})

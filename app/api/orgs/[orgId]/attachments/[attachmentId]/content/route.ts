import { replaceAttachmentContent } from '@/lib/api/primary/attachments/operations'
import { toAttachment } from '@/lib/api/primary/attachments/to-attachment'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { replaceContentWithFile } from '@/lib/attachments/update-attachment'
import { versioned } from '@/lib/http/reply'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: route(replaceAttachmentContent, async ({ actor, organization, params, body, expected }) => {
    const attachment = await replaceContentWithFile(actor, organization, params.attachmentId, body, expected)
    return versioned(toAttachment(attachment), attachment.version)
  }),
})

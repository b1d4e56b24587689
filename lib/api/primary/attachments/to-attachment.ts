import { uriOf } from '@/lib/api/primary/catalog/uri'
import type { Attachment } from '@/lib/attachments/attachment'
import { fileUrl } from '@/lib/attachments/file-url'
import { toIso } from '@/lib/clock'

/** Ours to theirs (spec nodeblocks 4.9). */
export const toAttachment = (attachment: Attachment) => ({
  id: attachment.id,
  isPublic: attachment.isPublic,
  ownerId: attachment.organizationId,
  ownerType: 'organization' as const,
  type: attachment.type,
  url: uriOf(fileUrl(attachment)),
  size: attachment.size,
  width: attachment.width,
  height: attachment.height,
  createdAt: toIso(attachment.createdAt),
  updatedAt: toIso(attachment.updatedAt),
})

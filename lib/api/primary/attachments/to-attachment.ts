import { uriOf } from '@/lib/api/primary/catalog/uri'
import type { CountedAttachment } from '@/lib/attachments/attachment'
import { fileUrl } from '@/lib/attachments/file-url'
import { toIso } from '@/lib/clock'

/** Ours to theirs (spec nodeblocks 4.9). */
export const toAttachment = (attachment: CountedAttachment) => ({
  id: attachment.id,
  isPublic: attachment.isPublic,
  ownerId: attachment.organizationId,
  ownerType: 'organization' as const,
  type: attachment.type,
  name: attachment.name,
  url: uriOf(fileUrl(attachment)),
  size: attachment.size,
  width: attachment.width,
  height: attachment.height,
  usageCount: attachment.usageCount,
  uploadedBy: { id: attachment.uploadedById, name: attachment.uploadedByName },
  createdAt: toIso(attachment.createdAt),
  updatedAt: toIso(attachment.updatedAt),
})

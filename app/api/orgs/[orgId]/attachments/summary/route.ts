import { summarizeAttachments as operation } from '@/lib/api/primary/attachments/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { maxFileBytes } from '@/lib/attachments/attachment'
import { fileTypes } from '@/lib/attachments/file-types'
import { summarizeAttachments } from '@/lib/attachments/summarize'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operation, async ({ db, organization }) => ({
    ...(await summarizeAttachments(db, organization.id)),
    limits: { maxBytes: maxFileBytes(), types: Object.keys(fileTypes) },
  })),
})

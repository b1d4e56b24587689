import { z } from 'zod'
import { listOf } from '@/lib/api/primary/list-schema'
import { dateTime, id } from '@/lib/api/primary/orders/schemas'
import { fileTypes, thumbnailWidths } from '@/lib/attachments/file-types'
import { operation } from '@/lib/http/operation'
import { attachmentResource } from '@/lib/resources/attachment'

const tag = 'Attachments'
const inOrganization = { tag, access: 'organization', verifiedEmail: true } as const

/** Spec nodeblocks 4.9. */
export const attachmentSchema = z
  .strictObject({
    id,
    isPublic: z.boolean(),
    ownerId: id,
    ownerType: z.literal('organization'),
    type: z.string(),
    name: z.string().meta({ description: 'What people call it; empty where it came without a name.' }),
    url: z.string().meta({ description: 'Of a public attachment stable; of a private one good for an hour.' }),
    size: z.int().meta({ description: 'Bytes.' }),
    width: z.int().nullable().meta({ description: 'Pixels; null for what is not a picture.' }),
    height: z.int().nullable(),
    usageCount: z.int().meta({ description: 'How many products and variants show it.' }),
    uploadedBy: z.strictObject({ id: id.nullable(), name: z.string() }),
    createdAt: dateTime,
    updatedAt: dateTime,
  })
  .meta({ id: 'Attachment' })

const name = z.string().trim().max(255).meta({ description: 'What people call it.' })

/** Body of C47. */
export const newAttachmentSchema = z
  .strictObject({
    objectId: id,
    type: z.string().min(1).max(256),
    isPublic: z.boolean().optional().meta({ description: 'Default false.' }),
    ownerId: id.optional().meta({ description: 'The organization in the path, or nothing.' }),
    name: name.optional(),
  })
  .meta({ id: 'NewAttachment' })

const patchSchema = z.strictObject({ name: name.optional(), isPublic: z.boolean().optional() })

const replacementSchema = z.strictObject({
  objectId: id,
  type: z.string().min(1).max(256),
  name: name.optional(),
})

/** C46 */
export const listOrganizationAttachments = operation({
  ...inOrganization,
  id: 'listOrganizationAttachments',
  method: 'GET',
  path: '/orgs/{orgId}/attachments',
  summary: 'One organization’s attachments',
  scope: 'attachments:read',
  list: { resource: attachmentResource },
  success: { status: 200, schema: listOf(attachmentSchema) },
})

/** C47 */
export const createAttachment = operation({
  ...inOrganization,
  id: 'createAttachment',
  method: 'POST',
  path: '/orgs/{orgId}/attachments',
  summary: 'Register an uploaded object',
  scope: 'attachments:write',
  body: newAttachmentSchema,
  success: { status: 201, schema: attachmentSchema },
  errors: ['Conflict'],
})

/** C48 */
export const readAttachment = operation({
  ...inOrganization,
  id: 'readAttachment',
  method: 'GET',
  path: '/orgs/{orgId}/attachments/{attachmentId}',
  summary: 'One attachment',
  scope: 'attachments:read',
  success: { status: 200, schema: attachmentSchema },
  errors: ['NotFound'],
})

/** x2 */
export const deleteAttachment = operation({
  ...inOrganization,
  id: 'deleteAttachment',
  method: 'DELETE',
  path: '/orgs/{orgId}/attachments/{attachmentId}',
  summary: 'Delete an attachment',
  description:
    'Refused while a product or variant shows it; `innererror` says where. With `removeFromProducts=true` it is taken out there in the same step.',
  scope: 'attachments:write',
  query: {
    removeFromProducts: z
      .enum(['true', 'false'])
      .optional()
      .transform((text) => text === 'true'),
  },
  success: { status: 204 },
  errors: ['NotFound', 'Conflict', 'PreconditionFailed'],
  // The file goes when the row is gone for good, so the domain commits by itself.
  transaction: false,
})

/** Ours. */
export const patchAttachment = operation({
  ...inOrganization,
  id: 'patchAttachment',
  method: 'PATCH',
  path: '/orgs/{orgId}/attachments/{attachmentId}',
  summary: 'Rename an attachment, or change who may open it',
  scope: 'attachments:write',
  body: patchSchema,
  success: { status: 200, schema: attachmentSchema },
  errors: ['NotFound', 'PreconditionFailed'],
})

/** Ours. */
export const replaceAttachmentContent = operation({
  ...inOrganization,
  id: 'replaceAttachmentContent',
  method: 'PUT',
  path: '/orgs/{orgId}/attachments/{attachmentId}/content',
  summary: 'Put another uploaded object in the place of an attachment’s content',
  description:
    'The attachment keeps its id and stays where it is shown; `url` changes with the content. What is shown as a picture can only become another picture.',
  scope: 'attachments:write',
  body: replacementSchema,
  success: { status: 200, schema: attachmentSchema },
  errors: ['NotFound', 'Conflict', 'PreconditionFailed'],
  // The old file goes when the new row is there for good, so the domain commits by itself.
  transaction: false,
})

/** Ours: what the filters of a library offer, and what may be uploaded. */
export const summarizeAttachments = operation({
  ...inOrganization,
  id: 'summarizeAttachments',
  method: 'GET',
  path: '/orgs/{orgId}/attachments:summary',
  summary: 'How many attachments there are, of which types and by whom',
  scope: 'attachments:read',
  success: {
    status: 200,
    schema: z
      .strictObject({
        total: z.int(),
        bytes: z.int().meta({ description: 'All of them together.' }),
        unused: z.int().meta({ description: 'How many nothing shows.' }),
        types: z.array(z.strictObject({ type: z.string(), count: z.int() })),
        uploaders: z.array(z.strictObject({ id: id.nullable(), name: z.string(), count: z.int() })),
        limits: z.strictObject({
          maxBytes: z.int().meta({ description: 'Of one file.' }),
          types: z.array(z.string()),
        }),
      })
      .meta({ id: 'AttachmentSummary' }),
  },
})

/** Ours. */
export const readAttachmentUsage = operation({
  ...inOrganization,
  id: 'readAttachmentUsage',
  method: 'GET',
  path: '/orgs/{orgId}/attachments/{attachmentId}/usage',
  summary: 'Where an attachment is shown',
  description: '`total` places; the first hundred are listed.',
  scope: 'attachments:read',
  success: {
    status: 200,
    schema: listOf(
      z
        .strictObject({
          productId: id,
          productName: z.string(),
          variantId: id.nullable(),
          variantTitle: z.string().nullable(),
        })
        .meta({ id: 'AttachmentUse' }),
    ),
  },
  errors: ['NotFound'],
})

/** C49 */
export const listAttachments = operation({
  id: 'listAttachments',
  method: 'GET',
  path: '/attachments',
  summary: 'All attachments of every organization',
  tag,
  access: 'system',
  verifiedEmail: true,
  scope: 'attachments:read',
  list: { resource: attachmentResource },
  success: { status: 200, schema: listOf(attachmentSchema) },
})

/** C50 */
export const createUploadUrl = operation({
  ...inOrganization,
  id: 'createUploadUrl',
  method: 'GET',
  path: '/orgs/{orgId}/attachment-upload-url',
  summary: 'A signed address to PUT a file to',
  description: `Good for one PUT within five minutes, with exactly this length and type. Types: ${Object.keys(fileTypes).join(', ')}.`,
  scope: 'attachments:write',
  query: {
    contentLength: z
      .string('Give the number of bytes.')
      .regex(/^\d{1,12}$/, 'Expected the number of bytes.')
      .transform(Number)
      .meta({ description: 'Bytes.' }),
    contentType: z
      .string('Give the MIME type.')
      .min(1)
      .transform((type) => type.trim().toLowerCase()),
  },
  success: { status: 200, schema: z.strictObject({ url: z.string(), objectId: id }).meta({ id: 'UploadUrl' }) },
})

const proof = z.string().optional()

/** Ours: what C50's address leads to. */
export const uploadFile = operation({
  id: 'uploadFile',
  method: 'PUT',
  path: '/uploads/{owner}/{object}',
  summary: 'Upload a file to a signed address',
  description: 'The address itself is the permission; no token is needed.',
  tag,
  access: 'public',
  query: { length: proof, type: proof, expires: proof, signature: proof },
  success: {
    status: 200,
    schema: z.strictObject({ objectId: id, type: z.string(), size: z.int() }).meta({ id: 'Upload' }),
  },
  errors: ['BadArgument', 'Forbidden', 'Conflict', 'InsufficientStorage'],
  // Bytes arrive slowly, so the domain opens short transactions of its own.
  transaction: false,
})

/** Ours: what an attachment's `url` leads to. */
export const readFile = operation({
  id: 'readFile',
  method: 'GET',
  path: '/files/{attachmentId}/{name}',
  summary: 'A file’s content',
  description: 'Takes `Range`. Pictures come smaller with `w`, as WebP.',
  tag,
  access: 'public',
  query: {
    w: z
      .string()
      .regex(/^\d{1,5}$/, 'Expected a width in pixels.')
      .transform(Number)
      .optional()
      .meta({ description: `One of ${thumbnailWidths.join(', ')}.` }),
    expires: proof,
    signature: proof,
  },
  success: { status: 200, contentType: 'application/octet-stream' },
  errors: ['Forbidden', 'NotFound', 'ServiceUnavailable'],
})

/** The attachments of the catalog service. */
export const attachmentOperations = [
  listOrganizationAttachments,
  createAttachment,
  readAttachment,
  deleteAttachment,
  patchAttachment,
  replaceAttachmentContent,
  summarizeAttachments,
  readAttachmentUsage,
  listAttachments,
  createUploadUrl,
  uploadFile,
  readFile,
]

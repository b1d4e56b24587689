import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import { callApi, getJson, type ListAnswer, type Tagged } from './api'
import { listKey } from './lists'

/** A file of an organization as our surface answers it (spec nodeblocks 4.9). `size` in bytes, `width` and `height` in pixels. */
export type Attachment = {
  id: string
  isPublic: boolean
  ownerId: string
  type: string
  name: string
  url: string
  size: number
  width: number | null
  height: number | null
  usageCount: number
  uploadedBy: { id: string | null; name: string }
  createdAt: string
  updatedAt: string
}

/** One place that shows an attachment. */
export type AttachmentUse = {
  productId: string
  productName: string
  variantId: string | null
  variantTitle: string | null
}

/** What may be uploaded; `maxBytes` of one file. */
export type UploadLimits = { maxBytes: number; types: readonly string[] }

export type AttachmentSummary = {
  total: number
  bytes: number
  unused: number
  types: { type: string; count: number }[]
  uploaders: { id: string | null; name: string; count: number }[]
  limits: UploadLimits
}

export const attachmentsPath = (orgId: string) => `/orgs/${orgId}/attachments`

/** Every query about the attachments of an organization starts with this. */
export const attachmentsKey = (orgId: string) => listKey(attachmentsPath(orgId))

export const attachmentSummaryQuery = (orgId: string) =>
  queryOptions({
    queryKey: [...attachmentsKey(orgId), 'summary'],
    queryFn: ({ signal }) => getJson<AttachmentSummary>(`${attachmentsPath(orgId)}:summary`, signal),
    staleTime: 30_000,
  })

export const attachmentQuery = (orgId: string, id: string) =>
  queryOptions({
    queryKey: [...attachmentsKey(orgId), 'one', id],
    queryFn: ({ signal }) => callApi<Attachment>('GET', `${attachmentsPath(orgId)}/${id}`, { signal }),
  })

export const attachmentUsageQuery = (orgId: string, id: string) =>
  queryOptions({
    queryKey: [...attachmentsKey(orgId), 'usage', id],
    queryFn: ({ signal }) => getJson<ListAnswer<AttachmentUse>>(`${attachmentsPath(orgId)}/${id}/usage`, signal),
  })

/** The attachments with these ids, by id; ids nobody has are missing. At most a hundred. */
export const attachmentsByIdQuery = (orgId: string, ids: readonly string[]) => {
  const wanted = [...new Set(ids)].sort()
  return queryOptions({
    queryKey: [...attachmentsKey(orgId), 'byId', wanted],
    queryFn: async ({ signal, client }) => {
      const known = knownAttachments(client, orgId)
      const missing = wanted.filter((id) => !known.has(id))
      if (missing.length > 0) {
        const query = new URLSearchParams({
          $top: '100',
          $filter: `id in (${missing.map((id) => `'${id}'`).join(', ')})`,
        })
        const { value } = await getJson<ListAnswer<Attachment>>(`${attachmentsPath(orgId)}?${query}`, signal)
        for (const attachment of value) known.set(attachment.id, attachment)
      }
      return new Map(wanted.flatMap((id) => (known.has(id) ? [[id, known.get(id)!] as const] : [])))
    },
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
}

/** What other queries by id found and still trust, so that one image more is not a hundred asked for again. */
function knownAttachments(client: QueryClient, orgId: string): Map<string, Attachment> {
  const queries = client.getQueryCache().findAll({ queryKey: [...attachmentsKey(orgId), 'byId'] })
  const known = new Map<string, Attachment>()
  for (const query of queries) {
    if (query.isStale()) continue
    for (const [id, attachment] of (query.state.data as Map<string, Attachment> | undefined) ?? []) {
      known.set(id, attachment)
    }
  }
  return known
}

export const patchAttachment = (
  orgId: string,
  id: string,
  etag: string | null,
  patch: { name?: string; isPublic?: boolean },
): Promise<Tagged<Attachment>> => callApi<Attachment>('PATCH', `${attachmentsPath(orgId)}/${id}`, { body: patch, etag })

export const deleteAttachment = (orgId: string, id: string, options: { removeFromProducts?: boolean } = {}) =>
  callApi<undefined>(
    'DELETE',
    `${attachmentsPath(orgId)}/${id}${options.removeFromProducts ? '?removeFromProducts=true' : ''}`,
  )

export const isPicture = ({ type }: { type: string }) => type.startsWith('image/')

/** The address on this page's own origin: the API writes the public one, and only our own may be shown here. */
export function fileAddress(url: string): string {
  const { pathname, search } = new URL(url, 'http://localhost')
  return pathname + search
}

/** A picture smaller, as WebP: 96, 320 or 960 pixels wide. */
export function thumbnailAddress(url: string, width: 96 | 320 | 960): string {
  const address = fileAddress(url)
  return `${address}${address.includes('?') ? '&' : '?'}w=${width}`
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** `980 bytes`, `12 kB`, `1.2 MB`, in the reader's language; steps of 1,024 as file managers count. */
export function formatBytes(locale: string, bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10))
  const value = bytes / 1024 ** step
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[step],
    // “211 byte” is no English.
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step < 2 || value >= 100 ? 0 : 1,
  }).format(value)
}

const knownNames: Record<string, string> = { 'image/webp': 'WebP', 'image/svg+xml': 'SVG', 'image/jpg': 'JPEG' }

/** `PNG`, `JPEG`, `PDF`: how people call a type. */
export const typeName = (type: string) => knownNames[type] ?? type.slice(type.indexOf('/') + 1).toUpperCase()

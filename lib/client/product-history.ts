import type { HistoryEntry } from './orders'
import type { Product, ProductPatch } from './products'

type Fields = HistoryEntry['fields']
type Entry = Pick<HistoryEntry, 'fields' | 'version'>

/** Columns that a PATCH takes under the same name. */
const plain = new Set([
  'name',
  'description',
  'dimensions',
  'variantNote',
  'additionalInformation',
  'addressLine1',
  'addressLine2',
  'addressLine3',
  'postalCode',
  'tags',
  'features',
  'attributes',
  'locationIds',
  'categoryId',
  'isPromoted',
])

const others = new Set([
  'images',
  'longitude',
  'latitude',
  'publicationStatus',
  'publicationSince',
  'publicationUntil',
  'customFields',
])

/** Set by the server together with the others. */
const implied = new Set(['publishedAt', 'publishedBy'])

/** Whether a change can be taken back by a PATCH: one that only changed what a PATCH takes. */
export function isRevertible({ fields, version }: Entry): boolean {
  const names = Object.keys(fields).filter((name) => !implied.has(name))
  return version > 1 && names.length > 0 && names.every((name) => plain.has(name) || others.has(name))
}

const iso = (at: unknown) => (typeof at === 'number' ? new Date(at).toISOString() : null)

function publicationBefore(fields: Fields): ProductPatch['publication'] {
  const { publicationStatus, publicationSince, publicationUntil } = fields
  const publication = {
    ...(publicationStatus ? { status: publicationStatus[0] as Product['publication']['status'] } : {}),
    ...(publicationSince ? { since: iso(publicationSince[0]) } : {}),
    ...(publicationUntil ? { until: iso(publicationUntil[0]) } : {}),
  }
  return Object.keys(publication).length > 0 ? publication : undefined
}

/** The PATCH that gives every field a change touched the value it had before. */
export function revertPatch(product: Product, { fields }: Pick<HistoryEntry, 'fields'>): ProductPatch {
  const patch: Record<string, unknown> = {}
  for (const [name, [before]] of Object.entries(fields)) if (plain.has(name)) patch[name] = before
  if (fields.images) patch.imageIds = (fields.images[0] as { id: string }[]).map(({ id }) => id)
  if (fields.longitude || fields.latitude) {
    const [longitude, latitude] = product.geoCoordinatesField?.coordinates ?? [null, null]
    const point = [fields.longitude ? fields.longitude[0] : longitude, fields.latitude ? fields.latitude[0] : latitude]
    const isPlace = point.every((degree) => typeof degree === 'number')
    patch.geoCoordinatesField = isPlace ? { type: 'Point', coordinates: point } : null
  }
  const publication = publicationBefore(fields)
  if (publication) patch.publication = publication
  if (fields.customFields) {
    const [before, after] = fields.customFields as [Record<string, unknown>, Record<string, unknown>]
    const gone = Object.keys(after).filter((name) => !(name in before))
    patch.customFields = { ...before, ...Object.fromEntries(gone.map((name) => [name, null])) }
  }
  return patch as ProductPatch
}

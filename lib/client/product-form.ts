import { midnight, startOfNextDay } from '@/lib/day'
import type { PublicationStatus } from '@/lib/resources/product'
import { dayKey } from './format'
import { readValue, writeValue } from './json-text'
import type { AttributeValue, Product, ProductPatch } from './products'

/** What the editor holds: texts as they are typed, days of the organization's zone, ids. */
export type ProductForm = {
  name: string
  categoryId: string
  description: string
  dimensions: string
  variantNote: string
  additionalInformation: string
  tags: string[]
  features: { name: string; value: string }[]
  attributes: { attributeId: string; value: AttributeValue }[]
  imageIds: string[]
  locationIds: string[]
  addressLine1: string
  addressLine2: string
  addressLine3: string
  postalCode: string
  latitude: string
  longitude: string
  isPromoted: boolean
  status: PublicationStatus
  /** `2026-01-31` in the organization's zone, or empty. Both are days on which the product shows. */
  since: string
  until: string
  /** Values as `writeValue` writes them. */
  customFields: { name: string; text: string }[]
}

export type FormField = keyof ProductForm

/** The editor's fields in the order in which they are on screen. */
export const formFields: readonly FormField[] = [
  'name',
  'description',
  'imageIds',
  'categoryId',
  'attributes',
  'tags',
  'features',
  'dimensions',
  'variantNote',
  'additionalInformation',
  'locationIds',
  'addressLine1',
  'addressLine2',
  'addressLine3',
  'postalCode',
  'latitude',
  'longitude',
  'customFields',
  'status',
  'since',
  'until',
  'isPromoted',
]

const dayOf = (iso: string | null, timeZone: string) => (iso === null ? '' : dayKey(timeZone, iso))

export function toForm(product: Product, timeZone: string): ProductForm {
  const [longitude, latitude] = product.geoCoordinatesField?.coordinates ?? []
  return {
    name: product.name,
    categoryId: product.category?.id ?? '',
    description: product.description,
    dimensions: product.dimensions,
    variantNote: product.variantNote,
    additionalInformation: product.additionalInformation,
    tags: product.tags,
    features: product.features.map(({ name, value }) => ({ name, value })),
    attributes: product.attributes.map(({ attributeId, value }) => ({ attributeId, value })),
    imageIds: product.images.map(({ id }) => id),
    locationIds: product.locations.map(({ id }) => id),
    addressLine1: product.addressLine1,
    addressLine2: product.addressLine2,
    addressLine3: product.addressLine3,
    postalCode: product.postalCode,
    latitude: latitude === undefined ? '' : String(latitude),
    longitude: longitude === undefined ? '' : String(longitude),
    isPromoted: product.isPromoted,
    status: product.publication.status,
    since: dayOf(product.publication.since, timeZone),
    until: dayOf(product.publication.until, timeZone),
    customFields: Object.entries(product.customFields).map(([name, value]) => ({ name, text: writeValue(value) })),
  }
}

/** Rows that nobody filled in do not count. */
function meant(field: FormField, value: unknown): unknown {
  if (field === 'features') return (value as ProductForm['features']).filter(({ name, value }) => name || value)
  if (field === 'customFields') {
    const rows = (value as ProductForm['customFields']).filter(({ name, text }) => name.trim() || text)
    return rows.map(({ name, text }) => ({ name: name.trim(), text }))
  }
  if (field === 'attributes') {
    return [...(value as ProductForm['attributes'])].sort((a, b) => (a.attributeId < b.attributeId ? -1 : 1))
  }
  return value
}

const same = (field: FormField, one: ProductForm, other: ProductForm) =>
  JSON.stringify(meant(field, one[field])) === JSON.stringify(meant(field, other[field]))

/** The fields in which two states of the form differ. */
export const changedFields = (base: ProductForm, form: ProductForm): FormField[] =>
  formFields.filter((field) => !same(field, base, form))

const wall = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** The first instant of a day in a zone. */
export const dayStart = (day: string, timeZone: string) => new Date(midnight(wall(day), timeZone)).toISOString()

/** The last millisecond of a day in a zone. */
export const dayEnd = (day: string, timeZone: string) =>
  new Date(startOfNextDay(midnight(wall(day), timeZone), timeZone) - 1).toISOString()

/** The body of the PATCH that makes of the base what the form says: only what differs. */
export function patchOf(base: ProductForm, form: ProductForm, timeZone: string): ProductPatch {
  const changed = new Set(changedFields(base, form))
  const patch: ProductPatch = {}
  const plain = [
    'name',
    'categoryId',
    'description',
    'dimensions',
    'variantNote',
    'additionalInformation',
    'tags',
    'imageIds',
    'locationIds',
    'addressLine1',
    'addressLine2',
    'addressLine3',
    'postalCode',
    'isPromoted',
    'attributes',
  ] as const
  for (const field of plain) if (changed.has(field)) Object.assign(patch, { [field]: form[field] })
  if (changed.has('features')) patch.features = form.features.filter(({ name, value }) => name || value)
  if (changed.has('latitude') || changed.has('longitude')) {
    const isEmpty = form.latitude.trim() === '' && form.longitude.trim() === ''
    patch.geoCoordinatesField = isEmpty
      ? null
      : { type: 'Point', coordinates: [Number(form.longitude), Number(form.latitude)] }
  }
  const publication: NonNullable<ProductPatch['publication']> = {
    ...(changed.has('status') ? { status: form.status } : {}),
    ...(changed.has('since') ? { since: form.since ? dayStart(form.since, timeZone) : null } : {}),
    ...(changed.has('until') ? { until: form.until ? dayEnd(form.until, timeZone) : null } : {}),
  }
  if (Object.keys(publication).length > 0) patch.publication = publication
  if (changed.has('customFields')) patch.customFields = customFieldChanges(base.customFields, form.customFields)
  return patch
}

/** What differs; a name that is gone becomes null, which deletes it. */
function customFieldChanges(before: ProductForm['customFields'], after: ProductForm['customFields']) {
  const changes: Record<string, unknown> = {}
  const texts = new Map(before.map(({ name, text }) => [name, text]))
  const kept = new Set<string>()
  for (const { name, text } of after) {
    if (!name.trim()) continue
    kept.add(name.trim())
    if (texts.get(name.trim()) !== text) changes[name.trim()] = readValue(text)
  }
  for (const { name } of before) if (!kept.has(name)) changes[name] = null
  return changes
}

/** What is wrong with a field that can be said without asking the server. */
export type FormProblem = 'required' | 'number' | 'latitude' | 'longitude' | 'both' | 'order' | 'names' | 'twice'

const isDegrees = (text: string, most: number) =>
  text.trim() !== '' && Number.isFinite(Number(text)) && Math.abs(Number(text)) <= most

export function problemsOf(form: ProductForm): Partial<Record<FormField, FormProblem>> {
  const problems: Partial<Record<FormField, FormProblem>> = {}
  if (form.name.trim() === '') problems.name = 'required'
  if (form.categoryId === '') problems.categoryId = 'required'
  const [latitude, longitude] = [form.latitude.trim(), form.longitude.trim()]
  if (latitude && !isDegrees(latitude, 90)) problems.latitude = 'latitude'
  else if (!latitude && longitude) problems.latitude = 'both'
  if (longitude && !isDegrees(longitude, 180)) problems.longitude = 'longitude'
  else if (latitude && !longitude) problems.longitude = 'both'
  if (form.since && form.until && form.until < form.since) problems.until = 'order'
  if (form.features.some(({ name, value }) => !name && value)) problems.features = 'names'
  const names = form.customFields.filter(({ name, text }) => name.trim() || text).map(({ name }) => name.trim())
  if (names.includes('')) problems.customFields = 'names'
  else if (new Set(names).size < names.length) problems.customFields = 'twice'
  return problems
}

/** The field that a place in the body, as the server names it, is about. */
export function fieldOfTarget(target: string): FormField | undefined {
  const [first, second, third] = target.split('.')
  if (first === 'publication') return second === 'since' || second === 'until' ? second : 'status'
  if (first === 'geoCoordinatesField') return third === '0' ? 'longitude' : 'latitude'
  return formFields.find((field) => field === first)
}

export type Merged = {
  form: ProductForm
  /** Fields that both changed, each in another way: the form has mine until somebody decides. */
  conflicts: FormField[]
  /** Fields that only they changed: the form has theirs. */
  taken: FormField[]
}

/** Puts my changes on top of what the server has by now. */
export function mergeForms(base: ProductForm, mine: ProductForm, theirs: ProductForm): Merged {
  const [my, their] = [new Set(changedFields(base, mine)), new Set(changedFields(base, theirs))]
  const form = { ...theirs }
  for (const field of my) Object.assign(form, { [field]: mine[field] })
  return {
    form,
    conflicts: formFields.filter((field) => my.has(field) && their.has(field) && !same(field, mine, theirs)),
    taken: formFields.filter((field) => their.has(field) && !my.has(field)),
  }
}

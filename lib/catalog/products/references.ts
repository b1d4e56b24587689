import { and, eq, inArray } from 'drizzle-orm'
import type { Reader } from '@/db'
import { attachments, attributes, categories, locations } from '@/db/schema'
import type { ImageReference } from '@/db/schema/catalog'
import { valueProblem } from '@/lib/catalog/attributes/attribute-value'
import { badArgument, type ErrorDetail, notFound } from '@/lib/errors'
import type { AttributeValue } from './product'

/** What one member of a body points at; `path` is its place there, with a closing dot. */
export type References = {
  path: string
  categoryId?: string
  locationIds?: readonly string[]
  imageIds?: readonly string[]
  attributes?: readonly AttributeValue[]
}

const distinct = (lists: (readonly string[] | undefined)[]) => [...new Set(lists.flatMap((list) => list ?? []))]

/**
 * Checks everything a body points at, all members with one query per kind, and gives the images by id.
 * @throws AppError BadArgument naming each place that is wrong, NotFound for an unknown attribute (spec nodeblocks 8)
 */
export async function checkReferences(
  db: Reader,
  organizationId: string,
  wanted: readonly References[],
): Promise<Map<string, ImageReference>> {
  const details: ErrorDetail[] = []
  await checkCategories(db, wanted, details)
  await checkLocations(db, wanted, details)
  const images = await checkImages(db, organizationId, wanted, details)
  await checkAttributes(db, wanted, details)
  if (details.length > 0) throw badArgument('RequestBody', details[0]!.message, details.slice(0, 50))
  return images
}

async function checkCategories(db: Reader, wanted: readonly References[], details: ErrorDetail[]): Promise<void> {
  const ids = distinct(wanted.map(({ categoryId }) => (categoryId ? [categoryId] : undefined)))
  if (ids.length === 0) return
  const found = await db
    .select({ id: categories.id, status: categories.status })
    .from(categories)
    .where(inArray(categories.id, ids))
  const statusOf = new Map(found.map(({ id, status }) => [id, status]))
  for (const { path, categoryId } of wanted) {
    if (!categoryId || statusOf.get(categoryId) === 'ACTIVE') continue
    const archived = statusOf.has(categoryId)
    details.push({
      code: archived ? 'NotAllowed' : 'UnknownReference',
      target: `${path}categoryId`,
      message: archived ? `The category ${categoryId} is archived.` : `There is no category with the id ${categoryId}.`,
    })
  }
}

async function checkLocations(db: Reader, wanted: readonly References[], details: ErrorDetail[]): Promise<void> {
  const ids = distinct(wanted.map(({ locationIds }) => locationIds))
  if (ids.length === 0) return
  const found = await db.select({ id: locations.id }).from(locations).where(inArray(locations.id, ids))
  const known = new Set(found.map(({ id }) => id))
  for (const { path, locationIds = [] } of wanted) {
    for (const [i, id] of locationIds.entries()) {
      if (known.has(id)) continue
      details.push({
        code: 'UnknownReference',
        target: `${path}locationIds.${i}`,
        message: `There is no location with the id ${id}.`,
      })
    }
  }
}

async function checkImages(
  db: Reader,
  organizationId: string,
  wanted: readonly References[],
  details: ErrorDetail[],
): Promise<Map<string, ImageReference>> {
  const ids = distinct(wanted.map(({ imageIds }) => imageIds))
  if (ids.length === 0) return new Map()
  const found = await db
    .select({ id: attachments.id, type: attachments.type, hash: attachments.hash, isPublic: attachments.isPublic })
    .from(attachments)
    .where(and(eq(attachments.organizationId, organizationId), inArray(attachments.id, ids)))
  const images = new Map(found.map((image) => [image.id, image]))
  for (const { path, imageIds = [] } of wanted) {
    for (const [i, id] of imageIds.entries()) {
      const image = images.get(id)
      if (image?.type.startsWith('image/')) continue
      details.push({
        code: image ? 'NotAllowed' : 'UnknownReference',
        target: `${path}imageIds.${i}`,
        message: image
          ? `The attachment ${id} is ${image.type}, not an image.`
          : `The organization has no attachment with the id ${id}.`,
      })
    }
  }
  return images
}

async function checkAttributes(db: Reader, wanted: readonly References[], details: ErrorDetail[]): Promise<void> {
  const ids = distinct(wanted.map((member) => member.attributes?.map(({ attributeId }) => attributeId)))
  if (ids.length === 0) return
  const found = await db
    .select({ id: attributes.id, name: attributes.name, type: attributes.type, items: attributes.items })
    .from(attributes)
    .where(inArray(attributes.id, ids))
  const definitions = new Map(found.map((attribute) => [attribute.id, attribute]))
  for (const { path, attributes: given = [] } of wanted) {
    for (const [i, { attributeId, value }] of given.entries()) {
      const definition = definitions.get(attributeId)
      if (!definition) throw notFound('Attribute')
      const target = `${path}attributes.${i}`
      if (given.findIndex((other) => other.attributeId === attributeId) < i) {
        details.push({ code: 'Duplicate', target, message: `${definition.name} is given twice.` })
      }
      const problem = valueProblem(definition, value)
      if (problem) details.push({ code: 'InvalidType', target: `${target}.value`, message: problem })
    }
  }
}

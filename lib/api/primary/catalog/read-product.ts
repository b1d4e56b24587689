import type { z } from 'zod'
import type { NewProduct, ProductPatch } from '@/lib/catalog/products/product'
import type { newProductSchema, productPatchSchema } from './product-schemas'

type Point = { coordinates: [number, number] }
type Publication = { since?: string | null; until?: string | null; status?: 'DRAFT' | 'ACTIVE' | 'ARCHIVED' }

const instant = (time: string | null | undefined) => (typeof time === 'string' ? Date.parse(time) : time)

/** A point, a list of one (spec nodeblocks S17) or null. */
function readPoint(given: Point | Point[] | null) {
  const point = Array.isArray(given) ? given[0]! : given
  return point && { longitude: point.coordinates[0], latitude: point.coordinates[1] }
}

const readPublication = ({ since, until, status }: Publication) => ({
  status,
  since: instant(since),
  until: instant(until),
})

/** Theirs to ours: the body of C22. */
export function readNewProduct(body: z.output<typeof newProductSchema>): NewProduct {
  const { geoCoordinatesField, publication, ...rest } = body
  return {
    ...rest,
    ...(geoCoordinatesField === undefined ? {} : { point: readPoint(geoCoordinatesField) }),
    ...(publication ? { publication: readPublication(publication) } : {}),
  }
}

/** Theirs to ours: the body of C25. Absent members stay absent. */
export function readProductPatch(body: z.output<typeof productPatchSchema>): ProductPatch {
  const { geoCoordinatesField, publication, ...rest } = body
  return {
    ...rest,
    ...(geoCoordinatesField === undefined ? {} : { point: readPoint(geoCoordinatesField) }),
    ...(publication ? { publication: readPublication(publication) } : {}),
  }
}

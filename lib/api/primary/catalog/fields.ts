import { z } from 'zod'
import { id } from '@/lib/api/primary/orders/schemas'

/** Most entries or ids one bulk call takes (spec nodeblocks 8, Bulk). */
export const maxBulk = 100

export const name = z.string().min(1, 'A name needs at least one character.').max(1024)
export const text = z.string().max(65_536)
export const shortText = z.string().max(1024)

/** Ids separated by commas (C5, C15). */
export const idList = z
  .string('Expected ids separated by commas.')
  .regex(/^[0-9a-z]{24}(,[0-9a-z]{24})*$/, 'Expected ids of 24 characters separated by commas.')
  .transform((list) => list.split(','))
  .refine((ids) => ids.length <= 500, 'At most 500 ids.')

/** `{ids}` of the batch deletions. */
export const idsSchema = z.strictObject({ ids: z.array(id).min(1, 'Name at least one id.').max(maxBulk) })

/** What a deletion that can be taken back answers. */
export const deleted = {
  status: 204,
  headers: {
    'x-batch-id': id.meta({ description: 'Joins the changes of this deletion in the history, and takes them back.' }),
  },
} as const

/** An unexpanded reference, or the object under `$expand`. */
export const referenceTo = (what: string) =>
  z
    .union([z.strictObject({ uri: z.string(), id }), z.looseObject({ id })])
    .meta({ description: `\`{uri, id}\`; the ${what} under \`$expand\`.` })

/** An id, or the object under `$expand`. */
export const idOf = (what: string) =>
  z.union([id, z.looseObject({ id })]).meta({ description: `Id; the ${what} under \`$expand\`.` })

export const image = z.strictObject({ id, type: z.string(), url: z.string() }).meta({ id: 'Image' })

/** A place on earth as GeoJSON has it: longitude, then latitude, in degrees. */
export const point = z
  .strictObject({
    type: z.literal('Point'),
    coordinates: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
  })
  .meta({ id: 'Point', description: 'Longitude, latitude; degrees.' })

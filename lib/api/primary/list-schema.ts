import { z } from 'zod'

/** The list envelope of spec nodeblocks 1.2 around one kind of item. `$apply` answers groups in its place. */
export const listOf = (item: z.ZodType, orGroups = false) =>
  z.strictObject({
    total: z.int().min(0),
    count: z.int().min(0),
    '@nextLink': z.string().optional(),
    '@previousLink': z.string().optional(),
    value: z.array(orGroups ? z.union([item, z.looseObject({})]) : item),
  })

/** One entry of a history: who did what when, and each field before and after. */
export const changeSchema = z
  .strictObject({
    id: z.string(),
    version: z.int(),
    operation: z.string(),
    surface: z.string(),
    actor: z.strictObject({ kind: z.string(), id: z.string().nullable(), name: z.string() }),
    fields: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
    at: z.string(),
    requestId: z.string().nullable(),
    batchId: z.string().nullable(),
  })
  .meta({ id: 'Change' })

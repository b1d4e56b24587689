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
    organization: z.string().nullable().meta({ description: 'Null for what belongs to the whole system.' }),
    entity: z.string().meta({ description: 'What changed: `order`, `orderNote`, `product`, …' }),
    entityId: z.string(),
    entityName: z
      .string()
      .nullable()
      .meta({ description: 'What it is called, or was when it was deleted; an order’s number.' }),
    version: z.int().meta({ description: 'Of what changed, afterwards; 0 when it was deleted.' }),
    operation: z.string(),
    surface: z.string(),
    actor: z.strictObject({ kind: z.string(), id: z.string().nullable(), name: z.string() }),
    fields: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
    at: z.string(),
    requestId: z.string().nullable(),
    batchId: z.string().nullable(),
  })
  .meta({ id: 'Change' })

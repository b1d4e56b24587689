import { z } from 'zod'
import { changedBySchema } from '@/lib/api/primary/bulk/schemas'
import { dateTime, id } from '@/lib/api/primary/orders/schemas'
import { changedEntities, changeOutcomes } from '@/lib/catalog/products/change-outcome'
import { changeLimits } from '@/lib/catalog/products/select-products'
import { publicationStatuses } from '@/lib/resources/product'
import { copyParts, skuPlace } from '@/lib/resources/product-copy'
import { publicationStates } from '@/lib/resources/publication'
import { visibilityCodes } from '@/lib/resources/visibility'
import { name, shortText } from './fields'

/** Body of C29 (ours; the contract has none). */
export const copyProductSchema = z
  .strictObject({
    name: name.optional().meta({ description: 'Default: the name it has.' }),
    parts: z
      .array(z.enum(copyParts))
      .max(copyParts.length)
      .optional()
      .meta({ description: 'What comes along beside name and category; default: everything.' }),
    skuPattern: z
      .string()
      .max(256)
      .refine((pattern) => pattern.includes(skuPlace), `Say with ${skuPlace} where each variant’s own SKU goes.`)
      .optional()
      .meta({ description: `SKUs of the copy’s variants, such as \`${skuPlace}-2\`. Default: they have none.` }),
  })
  .meta({ id: 'CopyProduct' })

const tags = z.array(shortText).min(1).max(100)

const change = z
  .strictObject({
    status: z.enum(publicationStatuses),
    categoryId: id,
    addTags: tags.meta({ description: 'Put behind the tags a product has.' }),
    removeTags: tags,
    isPromoted: z.boolean().meta({ description: 'System admins only.' }),
    delete: z.literal(true).meta({ description: 'They and their variants are to be no more; goes with nothing else.' }),
  })
  .partial()
  .refine((given) => Object.keys(given).length > 0, 'Say what is to change.')
  .refine((given) => !given.delete || Object.keys(given).length === 1, '`delete` goes with nothing else.')

/** Body of the bulk change. Either `ids`, or `filter` and `search`. */
export const bulkChangeSchema = z
  .strictObject({
    change: change.meta({ description: 'What the products are to become; what is left out stays.' }),
    ids: z
      .array(id)
      .min(1)
      .max(changeLimits.ids)
      .refine((ids) => new Set(ids).size === ids.length, 'A product is named twice.')
      .optional()
      .meta({ description: 'The products by id, each once. Instead of `filter` and `search`.' }),
    filter: z
      .string()
      .max(8192)
      .optional()
      .meta({
        description: `Products in the query language, as in \`$filter\`; at most ${changeLimits.filter}. Empty: all.`,
      }),
    search: z.string().max(255).optional().meta({ description: 'As in `$search`.' }),
    excludeIds: z
      .array(id)
      .max(changeLimits.filter)
      .optional()
      .meta({ description: 'With `filter` or `search`: products to leave out.' }),
    expectedCount: z.int().min(0).optional().meta({
      description: 'With `filter` or `search`: how many products that is, exclusions taken off. 409 when it is not.',
    }),
    batchId: id.optional().meta({
      description: 'Goes on with a batch of the caller’s own, so that both are taken back together.',
    }),
  })
  .superRefine((body, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message, params: { code: 'NotAllowed' } })
    const byFilter = body.filter !== undefined || body.search !== undefined
    if (body.ids && byFilter) refuse('ids', 'Give either `ids` or `filter` and `search`.')
    if (!body.ids && !byFilter) refuse('ids', 'Say which products: `ids`, or `filter` or `search`.')
    if (body.excludeIds && !byFilter) refuse('excludeIds', '`excludeIds` goes with `filter` or `search`.')
    if (body.expectedCount !== undefined && !byFilter)
      refuse('expectedCount', '`expectedCount` goes with `filter` or `search`.')
  })
  .meta({ id: 'BulkChange' })

const count = z.int().min(0)

/** What a bulk change, or taking one back, came to. */
export const changeResultSchema = z
  .strictObject({
    batchId: id.meta({ description: 'Joins the changes in the history, and takes them back.' }),
    total: count,
    changed: count,
    unchanged: count.meta({ description: 'Already so.' }),
    refused: count.meta({ description: 'Not allowed, gone, or changed by somebody else since.' }),
    skipped: count.meta({ description: 'Not tried: a failure or the end of the connection came first.' }),
    results: z.array(
      z.strictObject({
        entity: z
          .enum(changedEntities)
          .optional()
          .meta({ description: 'What kind of thing it is, where not all of them are products.' }),
        id,
        name: z.string().nullable(),
        outcome: z.enum(changeOutcomes),
        reason: z.string().optional(),
        innererror: z
          .looseObject({ code: z.string() })
          .optional()
          .meta({ description: 'The reason as a code with its facts, where there is one.' }),
        changedBy: changedBySchema.optional(),
      }),
    ),
  })
  .meta({
    id: 'ChangeResult',
    description: 'One row per product or other thing, in the order of the request, or of the list.',
  })

const amount = z.int().min(0).nullable()

/** What a list says of products beside their own fields. */
export const productFactsSchema = z
  .array(
    z.strictObject({
      id,
      variants: count,
      lowestPrice: amount.meta({ description: 'Minor units of the organization’s currency; null without variants.' }),
      highestPrice: amount,
      followers: count,
    }),
  )
  .meta({ id: 'ProductFacts' })

export const stateCountsSchema = z
  .strictObject({ value: z.array(z.strictObject({ state: z.enum(publicationStates), count })) })
  .meta({ id: 'ProductStateCounts' })

/** Why a product is or is not to be seen. */
export const visibilitySchema = z
  .strictObject({
    visible: z.boolean().meta({ description: 'Whether anybody may read the product now.' }),
    state: z.enum(publicationStates),
    conditions: z.array(
      z.strictObject({
        code: z.enum(visibilityCodes),
        met: z.boolean(),
        otherwise: z.enum(['hidden', 'unlisted', 'notForSale']).meta({
          description:
            'What it means when it is not met: nobody sees it, it is not found by its category, it cannot be bought.',
        }),
        at: dateTime.optional().meta({ description: 'From when on, or until when.' }),
        detail: z.string().optional().meta({ description: 'What stands in the way: a status, or a category by name.' }),
      }),
    ),
  })
  .meta({ id: 'ProductVisibility' })

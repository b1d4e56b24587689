import { z } from 'zod'
import { id } from '@/lib/api/primary/orders/schemas'
import { bulkLimits } from '@/lib/orders/bulk-selection'
import { rowOutcomes } from '@/lib/orders/row-outcome'
import { cancelReasons, orderStatuses } from '@/lib/resources/order'

const status = z.enum(orderStatuses)

/** Body of the bulk transition. Either `ids`, or `filter` and `search`. */
export const bulkTransitionSchema = z
  .strictObject({
    status: status.meta({ description: 'Where the orders are to go.' }),
    cancelReason: z.enum(cancelReasons).optional().meta({ description: 'With CANCELED only; default OTHER.' }),
    note: z.string().min(1).max(4000).optional().meta({ description: 'Kept as a note on every order that moves.' }),
    ids: z
      .array(id)
      .min(1)
      .max(bulkLimits.ids)
      .refine((ids) => new Set(ids).size === ids.length, 'An order is named twice.')
      .optional()
      .meta({ description: 'The orders by id, each once. Instead of `filter` and `search`.' }),
    ifVersions: z
      .record(id, z.int().min(1))
      .optional()
      .meta({ description: 'With `ids`: the versions seen, by id. An order at another version is left alone.' }),
    filter: z
      .string()
      .max(8192)
      .optional()
      .meta({
        description: `Orders in the query language, as in \`$filter\`; at most ${bulkLimits.filter}. Empty: all.`,
      }),
    search: z.string().max(255).optional().meta({ description: 'As in `$search`.' }),
    excludeIds: z
      .array(id)
      .max(bulkLimits.filter)
      .optional()
      .meta({ description: 'With `filter` or `search`: orders to leave out.' }),
    expectedCount: z.int().min(0).optional().meta({
      description: 'With `filter` or `search`: how many orders that is, exclusions taken off. 409 when it is not.',
    }),
    dryRun: z.boolean().optional().meta({ description: 'Answer what would happen, and change nothing.' }),
    batchId: id.optional().meta({
      description: 'Goes on with a batch of the caller’s own, so that both are taken back together.',
    }),
  })
  .superRefine((body, context) => {
    const refuse = (name: string, message: string) =>
      context.addIssue({ code: 'custom', path: [name], message, params: { code: 'NotAllowed' } })
    const byFilter = body.filter !== undefined || body.search !== undefined
    if (body.ids && byFilter) refuse('ids', 'Give either `ids` or `filter` and `search`.')
    if (!body.ids && !byFilter) refuse('ids', 'Say which orders: `ids`, or `filter` or `search`.')
    if (body.ifVersions && !body.ids) refuse('ifVersions', '`ifVersions` goes with `ids`.')
    if (body.excludeIds && !byFilter) refuse('excludeIds', '`excludeIds` goes with `filter` or `search`.')
    if (body.expectedCount !== undefined && !byFilter)
      refuse('expectedCount', '`expectedCount` goes with `filter` or `search`.')
    if (body.dryRun && body.batchId) refuse('batchId', 'A dry run belongs to no batch.')
  })
  .meta({ id: 'BulkTransition' })

/** Who changed an order, how, and when. */
export const changedBySchema = z.strictObject({
  actor: z.strictObject({ kind: z.string(), id: z.string().nullable(), name: z.string() }),
  operation: z.string(),
  at: z.string(),
})

const count = z.int().min(0)

export const bulkResultSchema = z
  .strictObject({
    batchId: id.nullable().meta({
      description: 'Joins the changes in the history, and takes them back. Null when nothing was to be changed.',
    }),
    total: count,
    moved: count,
    unchanged: count.meta({ description: 'Already there.' }),
    refused: count.meta({ description: 'Not allowed, or gone.' }),
    changed: count.meta({ description: 'Somebody else was there since.' }),
    skipped: count.meta({ description: 'Not tried: a failure or the end of the connection came first.' }),
    results: z.array(
      z.strictObject({
        id,
        number: z.int().nullable(),
        outcome: z.enum(rowOutcomes),
        status: status.nullable().meta({ description: 'After the act; of a dry run, as it would be.' }),
        version: z.int().nullable(),
        reason: z.string().optional(),
        changedBy: changedBySchema.optional(),
      }),
    ),
  })
  .meta({ id: 'BulkResult', description: 'One row per order, in the order of the request, or of the list.' })

import { z } from 'zod'
import { id } from '@/lib/api/primary/orders/schemas'
import { placePattern } from '@/lib/catalog/tree/place'
import { maxBulk } from './fields'

/** A node as the screens of a tree show it. */
export const outlineNodeSchema = z
  .strictObject({
    id,
    parent: id.nullable(),
    name: z.string(),
    code: z.string(),
    type: z.string(),
    isArchived: z.boolean(),
    version: z.int(),
    position: z.int().min(0).meta({ description: 'Place among its siblings, from 0.' }),
    numberOfSiblings: z.int().min(1).meta({ description: 'Itself included.' }),
    numberOfProducts: z.int().min(0).meta({ description: 'Published products here or anywhere below.' }),
    numberOfOwnProducts: z.int().min(0).meta({ description: 'Published products assigned to this node itself.' }),
    numberOfChildren: z.int().min(0),
  })
  .meta({ id: 'OutlineNode' })
export type OutlineNodeJson = z.output<typeof outlineNodeSchema>

/** Levels of a tree, in the order asked. */
export const levelsSchema = z
  .strictObject({
    value: z.array(z.strictObject({ parent: id.nullable(), total: z.int().min(0), nodes: z.array(outlineNodeSchema) })),
  })
  .meta({ id: 'TreeLevels' })

/** Nodes that were looked for, in the order of the tree, and everything above them. */
export const foundNodesSchema = z
  .strictObject({
    total: z.int().min(0),
    value: z.array(outlineNodeSchema),
    ancestors: z.array(outlineNodeSchema),
  })
  .meta({ id: 'FoundNodes' })

const archived = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .optional()
  .meta({ description: 'Whether archived nodes are among them. Default false.' })

const number = (most: number) =>
  z
    .string()
    .regex(/^\d{1,7}$/, 'Expected a whole number.')
    .transform(Number)
    .refine((value) => value <= most, `At most ${most}.`)
    .optional()

export const levelsQuery = {
  parentIds: z
    .string('Expected ids separated by commas; `root` is what has no parent.')
    .regex(/^(root|[0-9a-z]{24})(,(root|[0-9a-z]{24}))*$/, 'Expected ids or `root`, separated by commas.')
    .transform((list) => list.split(',').map((each) => (each === 'root' ? null : each)))
    .refine((ids) => ids.length <= 500, 'At most 500 ids.'),
  from: number(1_000_000).meta({ description: 'How many nodes of each level to leave out. Default 0.' }),
  limit: number(1_000).meta({ description: 'Most nodes of each level. Default 50.' }),
  archived,
}

export const foundNodesQuery = {
  ids: z
    .string()
    .regex(/^[0-9a-z]{24}(,[0-9a-z]{24})*$/, 'Expected ids of 24 characters separated by commas.')
    .transform((list) => list.split(','))
    .refine((ids) => ids.length <= 500, 'At most 500 ids.')
    .optional()
    .meta({ description: 'The nodes themselves, archived or not; unknown ones are left out.' }),
  words: z.string().min(1).max(1024).optional().meta({ description: 'Part of a name or code, folded like `co`.' }),
  limit: number(1_000).meta({ description: 'Most nodes that match `words`. Default 100.' }),
  archived,
}

/** What a deletion would touch. */
export const impactSchema = z
  .strictObject({
    numberOfProducts: z.int().min(0).meta({ description: 'Products of every status that would change.' }),
    numberOfOwnProducts: z.int().min(0).meta({ description: 'Those that name this node itself.' }),
    numberOfChildren: z.int().min(0),
    numberOfDescendants: z.int().min(0),
    numberOfAttributes: z.int().min(0),
  })
  .meta({ id: 'DeletionImpact' })

const place = z.string().regex(placePattern, 'Expected the `place` of an earlier answer.')

/** Several moves, made in this order. */
export const movesSchema = z
  .array(
    z.strictObject({
      id,
      parentId: id.nullable().optional().meta({ description: 'Null makes it a root; left out, it stays where it is.' }),
      before: id.optional(),
      after: id.optional(),
      place: place.optional().meta({ description: 'The very place it had, as an earlier answer says it.' }),
      version: z.int().min(1).optional().meta({ description: 'Refused with 412 when the node has another one.' }),
    }),
  )
  .min(1, 'Name at least one move.')
  .max(maxBulk)
  .meta({ id: 'TreeMoves' })

/** Where each node is now, and where it was, in the order of the moves. */
export const movedSchema = z
  .array(
    z.strictObject({
      id,
      parent: id.nullable(),
      version: z.int(),
      was: z.strictObject({ parentId: id.nullable(), place: z.string() }),
    }),
  )
  .meta({ id: 'TreeMoved' })

export const replaceCategorySchema = z
  .strictObject({ by: id.meta({ description: 'The category its products are put into.' }) })
  .meta({ id: 'ReplaceCategory' })

export const replaceLocationSchema = z
  .strictObject({
    by: id.nullable().optional().meta({ description: 'The location its products get; none when null or left out.' }),
    children: z
      .enum(['delete', 'moveUp'])
      .optional()
      .meta({ description: 'What happens to what is below it. Default `delete`.' }),
  })
  .meta({ id: 'ReplaceLocation' })

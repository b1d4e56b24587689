import { z } from 'zod'
import { dateTime, id } from '@/lib/api/primary/orders/schemas'
import { categoryStatuses } from '@/lib/resources/category'
import { idOf, name, shortText, text } from './fields'

const counts = {
  numberOfProducts: z.int().min(0).meta({ description: 'Published products here or anywhere below.' }),
  numberOfOwnProducts: z.int().min(0).meta({ description: 'Published products assigned to this node itself.' }),
  numberOfChildren: z.int().min(0),
}

const icon = z.strictObject({ type: z.string().min(1).max(256), value: z.string().min(1).max(4096) })

const category = {
  id,
  icon: icon.nullable(),
  parent: idOf('parent').nullable(),
  name: z.string(),
  description: z.string(),
  status: z.enum(categoryStatuses),
  sequence: z.number(),
  createdAt: dateTime,
  updatedAt: dateTime,
}

/** Spec nodeblocks 4.4. */
export const categorySchema = z.strictObject(category).meta({ id: 'Category' })
export type CategoryJson = z.output<typeof categorySchema>

export const categoryTreeSchema = z
  .strictObject({ ...category, ...counts, children: z.array(z.strictObject({ ...category, ...counts })) })
  .meta({ id: 'CategoryTree' })

/** Body of C14. */
export const newCategorySchema = z
  .strictObject({
    name,
    description: text.optional(),
    parentId: id.nullable().optional(),
    status: z.enum(categoryStatuses).optional().meta({ description: 'Default ACTIVE.' }),
    sequence: z.number().optional().meta({ description: 'Display order among siblings. Default 0.' }),
    icon: icon.nullable().optional(),
  })
  .meta({ id: 'NewCategory' })

/** Body of C17. */
export const categoryPatchSchema = newCategorySchema.partial().meta({ id: 'CategoryPatch' })

const location = {
  id,
  type: z.string(),
  code: z.string(),
  name: z.string(),
  parent: idOf('parent').nullable(),
  createdAt: dateTime,
  updatedAt: dateTime,
}

/** Spec nodeblocks 4.3. */
export const locationSchema = z.strictObject(location).meta({ id: 'Location' })
export type LocationJson = z.output<typeof locationSchema>

export const locationTreeSchema = z
  .strictObject({ ...location, ...counts, children: z.array(z.strictObject({ ...location, ...counts })) })
  .meta({ id: 'LocationTree' })

/** Body of C4. */
export const newLocationSchema = z
  .strictObject({
    name,
    parentId: id.nullable().optional(),
    code: shortText.optional(),
    type: shortText.optional().meta({ description: 'For example `region`, `prefecture` or `city`.' }),
  })
  .meta({ id: 'NewLocation' })

/** Body of C7. */
export const locationPatchSchema = newLocationSchema.partial().meta({ id: 'LocationPatch' })

/** Body of the two moves (ours). */
export const moveSchema = z
  .strictObject({
    parentId: id.nullable().optional().meta({ description: 'Null makes it a root; left out, it stays where it is.' }),
    before: id.optional().meta({ description: 'The sibling to stand in front of.' }),
    after: id.optional().meta({ description: 'The sibling to stand behind; with neither, the last place.' }),
  })
  .meta({ id: 'TreeMove' })

/** C5 and C15: in the order asked. */
export const productCountSchema = z.array(z.strictObject({ id, count: z.int().min(0) })).meta({ id: 'ProductCounts' })

import { z } from 'zod'
import { dateTime, id } from '@/lib/api/primary/orders/schemas'
import { viewedLists } from '@/lib/resources/viewed-lists'
import { viewScopes } from '@/lib/views/view'

const column = z.string().min(1).max(100)

const arrangement = {
  columns: z.array(column).max(100).optional().meta({ description: 'The visible columns in their order.' }),
  pinned: z.array(column).max(20).optional().meta({ description: 'Columns that stay while scrolling sideways.' }),
  widths: z.record(column, z.int().min(20).max(2000)).optional().meta({ description: 'In pixels, by column.' }),
  density: z.enum(['comfortable', 'compact']).optional(),
  pageSize: z.int().min(1).max(100).optional(),
}

/** How a list looks. What is absent is as it is without a view. */
export const viewStateSchema = z
  .strictObject({
    filter: z.string().max(8192).optional().meta({ description: 'As in `$filter`.' }),
    search: z.string().max(255).optional().meta({ description: 'As in `$search`.' }),
    sort: z.string().max(500).optional().meta({ description: 'As in `$orderBy`.' }),
    ...arrangement,
  })
  .meta({ id: 'ViewState' })

export const arrangementSchema = z.strictObject(arrangement).meta({ id: 'ListArrangement' })

const list = z.enum(viewedLists)
const fields = {
  name: z.string().trim().min(1).max(100),
  scope: z.enum(viewScopes).meta({ description: 'The owner’s alone, or everybody’s in the organization.' }),
  isDefault: z.boolean().meta({ description: 'Opened first. At most one of its kind is; the latest wins.' }),
  position: z.int().min(0).max(1000).meta({ description: 'The place among its kind, from 0.' }),
  state: viewStateSchema,
}

export const viewSchema = z
  .strictObject({ id, list, ...fields, ownerId: id, version: z.int().min(1), createdAt: dateTime, updatedAt: dateTime })
  .meta({ id: 'View' })

export const newViewSchema = z
  .strictObject({
    list,
    name: fields.name,
    scope: fields.scope.default('personal'),
    isDefault: fields.isDefault.optional(),
    position: fields.position.optional(),
    state: viewStateSchema,
  })
  .meta({ id: 'NewView' })

export const viewPatchSchema = z.strictObject(fields).partial().meta({ id: 'ViewPatch' })

import { z } from 'zod'
import { listOf } from '@/lib/api/primary/list-schema'
import { operation } from '@/lib/http/operation'
import { viewedLists } from '@/lib/resources/viewed-lists'
import { arrangementSchema, newViewSchema, viewPatchSchema, viewSchema } from './schemas'

const tag = 'Views'
const views = '/orgs/{orgId}/views'
const view = `${views}/{viewId}` as const

export const listViews = operation({
  id: 'listViews',
  method: 'GET',
  path: views,
  summary: 'The views one sees: the shared ones and one’s own',
  tag,
  access: 'member',
  query: { list: z.enum(viewedLists).optional().meta({ description: 'Of one list only.' }) },
  success: { status: 200, schema: listOf(viewSchema) },
})

export const createView = operation({
  id: 'createView',
  method: 'POST',
  path: views,
  summary: 'Keep a view of a list',
  description: 'Shared ones are made by owners and admins.',
  tag,
  access: 'member',
  body: newViewSchema,
  success: { status: 201, schema: viewSchema },
  errors: ['Forbidden'],
})

export const readView = operation({
  id: 'readView',
  method: 'GET',
  path: view,
  summary: 'One view',
  tag,
  access: 'member',
  success: { status: 200, schema: viewSchema },
})

export const patchView = operation({
  id: 'patchView',
  method: 'PATCH',
  path: view,
  summary: 'Change a view, share it, move its tab',
  description: 'One’s own, or as an owner or admin a shared one. `state` is given whole.',
  tag,
  access: 'member',
  body: viewPatchSchema,
  success: { status: 200, schema: viewSchema },
  errors: ['PreconditionFailed'],
})

export const deleteView = operation({
  id: 'deleteView',
  method: 'DELETE',
  path: view,
  summary: 'Delete a view',
  tag,
  access: 'member',
  success: { status: 204 },
  errors: ['PreconditionFailed'],
})

export const readListArrangement = operation({
  id: 'readListArrangement',
  method: 'GET',
  path: '/me/lists/{list}',
  summary: 'How one arranged a list that no view is open of',
  tag,
  access: 'session',
  success: { status: 200, schema: arrangementSchema },
})

export const putListArrangement = operation({
  id: 'putListArrangement',
  method: 'PUT',
  path: '/me/lists/{list}',
  summary: 'Remember how one arranged a list',
  tag,
  access: 'session',
  body: arrangementSchema,
  success: { status: 200, schema: arrangementSchema },
})

export const viewOperations = [
  listViews,
  createView,
  readView,
  patchView,
  deleteView,
  readListArrangement,
  putListArrangement,
]

import type { Tx } from '@/db'
import { categories } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { saveRow } from '@/lib/catalog/save-row'
import { requireNoCycle } from '@/lib/catalog/tree/parent'
import { findPlace, type Move } from '@/lib/catalog/tree/place'
import { rankAfter } from '@/lib/catalog/tree/rank'
import { type Expected, requireVersion } from '@/lib/expected-version'
import type { Category, NewCategory } from './category'
import { getCategory } from './find-categories'

export type CategoryPatch = Partial<
  Pick<NewCategory, 'name' | 'description' | 'parentId' | 'status' | 'sequence' | 'icon'>
>

/**
 * Changes a category (C17). Nobody's hand-made place is lost by a new name; a new parent puts it in order by name.
 * @throws AppError NotFound, PreconditionFailed, BadArgument for an unknown parent or a cycle
 */
export async function updateCategory(
  tx: Tx,
  actor: Actor,
  id: string,
  patch: CategoryPatch,
  expected?: Expected,
): Promise<Category> {
  const category = await getCategory(tx, id)
  requireVersion('The category', category.version, expected)
  const { parentId = category.parentId } = patch
  if (parentId !== category.parentId) await requireNoCycle(tx, categories, id, parentId)
  return saveCategory(tx, actor, category, { ...patch, rank: rankAfter(category, patch) }, 'update')
}

/**
 * Moves a category below another parent or to another place among its siblings, writing one row.
 * @throws AppError NotFound, PreconditionFailed, BadArgument
 */
export async function moveCategory(
  tx: Tx,
  actor: Actor,
  id: string,
  move: Move,
  expected?: Expected,
  batchId: string | null = null,
): Promise<Category> {
  const category = await getCategory(tx, id)
  requireVersion('The category', category.version, expected)
  const place = await findPlace(tx, categories, category, move)
  return place ? saveCategory(tx, actor, category, place, 'move', batchId) : category
}

/**
 * Changes a stored category. When nothing differs it writes nothing.
 * @throws AppError Conflict when it changed since it was read
 */
export async function saveCategory(
  tx: Tx,
  actor: Actor,
  before: Category,
  patch: Partial<Category>,
  operation: string,
  batchId: string | null = null,
): Promise<Category> {
  const options = { entity: 'category', organizationId: null, operation, batchId }
  return (await saveRow(tx, actor, categories, before, patch, options)).row
}

import type { Tx } from '@/db'
import { categories } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { touchCatalog } from '@/lib/catalog/stamp'
import { requireRoomBelow } from '@/lib/catalog/tree/parent'
import { rankOf } from '@/lib/catalog/tree/rank'
import { now } from '@/lib/clock'
import { recordChange } from '@/lib/history/record-change'
import { newId } from '@/lib/ids'
import type { Category, NewCategory } from './category'

/**
 * Adds a category (C14).
 * @throws AppError BadArgument when the parent does not exist or stands on the last level
 */
export async function createCategory(tx: Tx, actor: Actor, input: NewCategory): Promise<Category> {
  await requireRoomBelow(tx, categories, input.parentId)
  const at = input.createdAt ?? now()
  const id = input.id ?? newId(at)
  const [category] = await tx
    .insert(categories)
    .values({
      id,
      parentId: input.parentId ?? null,
      name: input.name,
      description: input.description ?? '',
      status: input.status ?? 'ACTIVE',
      sequence: input.sequence ?? 0,
      rank: rankOf(input.name, id),
      icon: input.icon ?? null,
      createdAt: at,
      updatedAt: at,
    })
    .returning()
  await recordChange(tx, actor, {
    organizationId: null,
    entity: 'category',
    entityId: id,
    version: 1,
    operation: 'create',
    after: category,
    at,
  })
  await touchCatalog(tx)
  return category!
}

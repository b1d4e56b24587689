import { and, count, desc, eq, lt } from 'drizzle-orm'
import type { Reader } from '@/db'
import { changes } from '@/db/schema'

export type StoredChange = typeof changes.$inferSelect

/** The history of one entity, newest first; `before` is the id of the last entry already seen. */
export function findChanges(
  db: Reader,
  entity: string,
  entityId: string,
  limit: number,
  before?: string,
): Promise<StoredChange[]> {
  return db
    .select()
    .from(changes)
    .where(and(eq(changes.entity, entity), eq(changes.entityId, entityId), before ? lt(changes.id, before) : undefined))
    .orderBy(desc(changes.id))
    .limit(limit)
}

export async function countChanges(db: Reader, entity: string, entityId: string): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(changes)
    .where(and(eq(changes.entity, entity), eq(changes.entityId, entityId)))
  return Number(row?.total ?? 0)
}

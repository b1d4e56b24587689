import { eq } from 'drizzle-orm'
import type { Reader } from '@/db'
import { changes } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { AppError } from '@/lib/errors'

/**
 * Lets an actor go on with a batch: one that has no changes yet, or that the same actor began in the same place.
 * @throws AppError Conflict
 */
export async function requireOwnBatch(
  db: Reader,
  actor: Actor,
  batchId: string,
  organizationId: string | undefined,
): Promise<void> {
  const [first] = await db
    .select({ actorId: changes.actorId, organizationId: changes.organizationId })
    .from(changes)
    .where(eq(changes.batchId, batchId))
    .limit(1)
  if (!first) return
  const elsewhere = organizationId !== undefined && first.organizationId !== organizationId
  if (first.actorId === actor.id && !elsewhere) return
  throw new AppError('Conflict', 'This batch was begun by somebody else. Leave `batchId` out to begin one.', {
    target: 'batchId',
  })
}

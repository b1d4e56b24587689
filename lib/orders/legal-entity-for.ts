import { and, eq } from 'drizzle-orm'
import type { Reader } from '@/db'
import { legalEntityMembers } from '@/db/schema'
import { badArgument } from '@/lib/errors'

/**
 * The legal entity an order belongs to (decision 26): the one asked for, when the user is assigned to it; else the
 * only one the user is assigned to; else none.
 * @throws AppError BadArgument
 */
export async function legalEntityFor(
  db: Reader,
  organizationId: string,
  userId: string | null,
  wanted: string | null | undefined,
): Promise<string | null> {
  const assigned = userId
    ? await db
        .select({ id: legalEntityMembers.legalEntityId })
        .from(legalEntityMembers)
        .where(and(eq(legalEntityMembers.userId, userId), eq(legalEntityMembers.organizationId, organizationId)))
    : []
  if (wanted === undefined || wanted === null) return assigned.length === 1 ? assigned[0]!.id : null
  if (assigned.some(({ id }) => id === wanted)) return wanted
  throw badArgument('RequestBody', `The ordering user is not assigned to the legal entity ${wanted}.`, [
    { code: 'NotAllowed', target: 'legalEntityId', message: 'Not one of the ordering user’s legal entities.' },
  ])
}

import { sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import { unindexed } from '@/db/dialect/query-sql'
import { legalEntityMembers } from '@/db/schema'
import { badArgument } from '@/lib/errors'
import { runPrepared } from '@/lib/query/statements'

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
    ? await runPrepared(db, 'legal entities of a user', [userId, organizationId], (slot) =>
        db
          .select({ id: legalEntityMembers.legalEntityId })
          .from(legalEntityMembers)
          .where(
            sql`${legalEntityMembers.userId} = ${slot(0)} and ${unindexed(legalEntityMembers.organizationId)} = ${slot(1)}`,
          ),
      )
    : []
  if (wanted === undefined || wanted === null) return assigned.length === 1 ? assigned[0]!.id : null
  if (assigned.some(({ id }) => id === wanted)) return wanted
  throw badArgument('RequestBody', `The ordering user is not assigned to the legal entity ${wanted}.`, [
    { code: 'NotAllowed', target: 'legalEntityId', message: 'Not one of the ordering user’s legal entities.' },
  ])
}

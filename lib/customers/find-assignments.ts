import { and, eq } from 'drizzle-orm'
import type { Reader } from '@/db'
import { legalEntityMembers, restrictionHolders } from '@/db/schema'

/** The access labels whose orders a user may see in an organization. */
export async function findHeldRestrictions(db: Reader, organizationId: string, userId: string): Promise<string[]> {
  const rows = await db
    .select({ restriction: restrictionHolders.restriction })
    .from(restrictionHolders)
    .where(and(eq(restrictionHolders.userId, userId), eq(restrictionHolders.organizationId, organizationId)))
  return rows.map(({ restriction }) => restriction)
}

/** Whether a user is assigned to a legal entity of an organization. */
export async function isAssigned(
  db: Reader,
  organizationId: string,
  legalEntityId: string,
  userId: string,
): Promise<boolean> {
  const rows = await db
    .select({ userId: legalEntityMembers.userId })
    .from(legalEntityMembers)
    .where(
      and(
        eq(legalEntityMembers.organizationId, organizationId),
        eq(legalEntityMembers.legalEntityId, legalEntityId),
        eq(legalEntityMembers.userId, userId),
      ),
    )
  return rows.length > 0
}

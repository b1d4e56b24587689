import { asc, eq } from 'drizzle-orm'
import type { Reader } from '@/db'
import { memberships, organizations } from '@/db/schema'
import type { Role } from '@/lib/auth/actor'
import type { Organization } from './organization'

export type Membership = { organization: Organization; role: Role }

/** The organizations a user is a member of, by name. */
export async function findMemberships(db: Reader, userId: string): Promise<Membership[]> {
  const rows = await db
    .select({ organization: organizations, role: memberships.role })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(eq(memberships.userId, userId))
    .orderBy(asc(organizations.name), asc(organizations.id))
  return rows.map(({ organization, role }) => ({ organization, role: role as Role }))
}

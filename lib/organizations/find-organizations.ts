import { eq, inArray } from 'drizzle-orm'
import type { Reader } from '@/db'
import { organizations } from '@/db/schema'
import type { Organization } from './organization'

/** The organizations with these ids, by id; absent ids give every organization. */
export async function readOrganizations(db: Reader, ids?: readonly string[]): Promise<Map<string, Organization>> {
  if (ids?.length === 0) return new Map()
  const rows = await db
    .select()
    .from(organizations)
    .where(ids && inArray(organizations.id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.id, row]))
}

/** The organization with a slug, which is the tenant of the Emporix surface. */
export async function findOrganizationBySlug(db: Reader, slug: string): Promise<Organization | undefined> {
  const [organization] = await db.select().from(organizations).where(eq(organizations.slug, slug))
  return organization
}

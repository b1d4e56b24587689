import { eq, inArray, sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import { organizations } from '@/db/schema'
import { badArgument, notFound } from '@/lib/errors'
import { runPrepared } from '@/lib/query/statements'
import type { Organization } from './organization'

export async function findOrganization(db: Reader, id: string): Promise<Organization | undefined> {
  // Every request below an organization reads it.
  const [organization] = await runPrepared(db, 'organization', [id], (slot) =>
    db
      .select()
      .from(organizations)
      .where(sql`${organizations.id} = ${slot(0)}`),
  )
  return organization
}

/** @throws AppError NotFound */
export async function getOrganization(db: Reader, id: string): Promise<Organization> {
  const organization = await findOrganization(db, id)
  if (!organization) throw notFound('Organization')
  return organization
}

/**
 * Catalog writes need an organization in normal standing (decision 52).
 * @throws AppError BadArgument
 */
export function requireNormal(organization: Organization): void {
  if (organization.status === 'normal') return
  throw badArgument('Organization', `The organization is ${organization.status}: its catalog cannot be changed.`)
}

/** Those of the ids that exist. */
export async function findOrganizations(db: Reader, ids: readonly string[]): Promise<Organization[]> {
  return ids.length === 0
    ? []
    : db
        .select()
        .from(organizations)
        .where(inArray(organizations.id, [...ids]))
}

export async function findOrganizationBySlug(db: Reader, slug: string): Promise<Organization | undefined> {
  const [organization] = await db.select().from(organizations).where(eq(organizations.slug, slug))
  return organization
}

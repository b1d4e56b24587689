import { inArray } from 'drizzle-orm'
import type { Reader } from '@/db'
import { organizations } from '@/db/schema'

/** The currency of each organization, by id. */
export async function findCurrencies(db: Reader, organizationIds: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(organizationIds)]
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: organizations.id, currency: organizations.currency })
    .from(organizations)
    .where(inArray(organizations.id, ids))
  return new Map(rows.map(({ id, currency }) => [id, currency]))
}

import { inArray } from 'drizzle-orm'
import type { Reader } from '@/db'
import type { attachments, attributes, categories, locations } from '@/db/schema'

type Table = typeof attachments | typeof attributes | typeof categories | typeof locations

/** Ids per statement. */
const atOnce = 500

/** Those of the ids whose things are still there. */
export async function findStanding(db: Reader, table: Table, ids: readonly string[]): Promise<Set<string>> {
  const distinct = [...new Set(ids)]
  const found = new Set<string>()
  for (let from = 0; from < distinct.length; from += atOnce) {
    const rows = await db
      .select({ id: table.id })
      .from(table)
      .where(inArray(table.id, distinct.slice(from, from + atOnce)))
    for (const { id } of rows) found.add(id)
  }
  return found
}

import { inArray, sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import { customers, memberships, users } from '@/db/schema'
import { everyWord, withoutSearch } from '@/lib/query/every-word'
import type { ListQuery } from '@/lib/query/list-query'
import { type Condition, listSource } from '@/lib/query/list-source'
import { type Page, runList } from '@/lib/query/run-list'
import { userResource } from '@/lib/resources/user'

/** Somebody an organization knows: a member, or a user who ordered there. */
export type KnownPerson = { id: string; name: string; email: string }

const fields = {
  id: users.id,
  name: users.name,
  email: users.email,
  typeId: users.typeId,
  createdAt: users.createdAt,
  updatedAt: users.updatedAt,
}

const personSource = listSource({
  resource: userResource,
  columns: { table: users, id: users.id, fields, lists: {} },
  select: fields,
})

const known = (organizationId: string): Condition => ({
  key: 'known to organization',
  values: [organizationId, organizationId],
  sql: ([one, other]) =>
    sql`${users.id} in (select user_id from ${memberships} where organization_id = ${one} union select user_id from ${customers} where organization_id = ${other} and user_id is not null)`,
})

/** Whom an organization knows; `search` is words that stand in the name or the address. */
export const findPeople = (db: Reader, organizationId: string, query: ListQuery, search?: string) =>
  runList(db, personSource, withoutSearch(query), {
    conditions: [known(organizationId), ...everyWord(search, sql`${users.name} || ' ' || ${users.email}`)],
  }) as Promise<Page<typeof users.$inferSelect>>

/** Those of the ids that the organization knows. */
export async function findKnownIds(db: Reader, organizationId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { sql: condition } = known(organizationId)
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(sql`${inArray(users.id, [...ids])} and ${condition([sql`${organizationId}`, sql`${organizationId}`])}`)
  return new Set(rows.map(({ id }) => id))
}

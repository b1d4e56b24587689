import { and, eq, sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import { memberships } from '@/db/schema'
import type { Role } from '@/lib/auth/actor'
import { notFound } from '@/lib/errors'
import { everyWord, withoutSearch } from '@/lib/query/every-word'
import type { ListQuery } from '@/lib/query/list-query'
import { columnEquals, listSource } from '@/lib/query/list-source'
import { type Page, runList } from '@/lib/query/run-list'
import { memberResource } from '@/lib/resources/member'

const ofUser = (column: 'name' | 'email') =>
  sql<string>`(select u.${sql.raw(column)} from users u where u.id = memberships.user_id)`
const lastSeenAt = sql<
  number | null
>`(select max(s.last_used_at) from sessions s where s.user_id = memberships.user_id)`.mapWith(Number)
const disabledAt = sql<number | null>`(select u.disabled_at from users u where u.id = memberships.user_id)`.mapWith(
  Number,
)

const fields = {
  id: memberships.userId,
  name: ofUser('name'),
  email: ofUser('email'),
  role: memberships.role,
  lastSeenAt,
  createdAt: memberships.createdAt,
}

const memberSource = listSource({
  resource: memberResource,
  columns: { table: memberships, id: memberships.userId, fields, lists: {} },
  select: { ...fields, disabledAt, version: memberships.version },
})

/** A member: the user's id, name and address, and the role; times in ms UTC. */
export type Member = {
  id: string
  name: string
  email: string
  role: Role
  /** When any sign-in of theirs was last used; null when there is none. */
  lastSeenAt: number | null
  disabledAt: number | null
  version: number
  createdAt: number
}

/** The members of an organization; `search` is words that stand in the name or the address. */
export async function findMembers(
  db: Reader,
  organizationId: string,
  query: ListQuery,
  search?: string,
): Promise<Page<Member>> {
  const text = sql`${ofUser('name')} || ' ' || ${ofUser('email')}`
  const conditions = [columnEquals(memberships.organizationId, organizationId), ...everyWord(search, text)]
  return (await runList(db, memberSource, withoutSearch(query), { conditions })) as Page<Member>
}

/** @throws AppError NotFound */
export async function getMember(db: Reader, organizationId: string, userId: string): Promise<Member> {
  const [row] = await db
    .select({ ...fields, disabledAt, version: memberships.version })
    .from(memberships)
    .where(and(eq(memberships.organizationId, organizationId), eq(memberships.userId, userId)))
  if (!row) throw notFound('Member')
  return row as Member
}

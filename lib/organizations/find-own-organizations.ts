import { getTableColumns, sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import { memberships, organizations } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { everyWord, withoutSearch } from '@/lib/query/every-word'
import type { ListQuery } from '@/lib/query/list-query'
import { type Condition, columnEquals, listSource } from '@/lib/query/list-source'
import { type Page, runList } from '@/lib/query/run-list'
import { organizationResource } from '@/lib/resources/organization'
import type { Organization } from './organization'

const organizationSource = listSource({
  resource: organizationResource,
  columns: {
    table: organizations,
    id: organizations.id,
    fields: {
      id: organizations.id,
      name: organizations.name,
      description: organizations.description,
      slug: organizations.slug,
      country: organizations.country,
      currency: organizations.currency,
      timeZone: organizations.timeZone,
      status: organizations.status,
      createdAt: organizations.createdAt,
      updatedAt: organizations.updatedAt,
    },
    lists: {},
  },
  select: getTableColumns(organizations),
})

/** The organizations a user is a member of, an organization's key its own one, a system admin all. */
function visibleTo(actor: Actor): Condition[] {
  if (actor.isSystemAdmin) return []
  if (actor.kind === 'apiKey') return [columnEquals(organizations.id, [...actor.memberships.keys()][0] ?? '')]
  return [
    {
      key: 'member',
      values: [actor.userId ?? ''],
      sql: ([user]) =>
        sql`${organizations.id} in (select ${memberships.organizationId} from ${memberships} where ${memberships.userId} = ${user})`,
    },
  ]
}

/** The organizations the actor may read; `search` is words that stand in the name or the slug. */
export const findOwnOrganizations = (
  db: Reader,
  actor: Actor,
  query: ListQuery,
  search?: string,
): Promise<Page<Organization>> =>
  runList(db, organizationSource, withoutSearch(query), {
    conditions: [...visibleTo(actor), ...everyWord(search, sql`${organizations.name} || ' ' || ${organizations.slug}`)],
  })

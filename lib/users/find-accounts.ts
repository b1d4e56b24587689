import { eq, getTableColumns, sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import { users } from '@/db/schema'
import { notFound } from '@/lib/errors'
import { everyWord, withoutSearch } from '@/lib/query/every-word'
import type { ListQuery } from '@/lib/query/list-query'
import { listSource } from '@/lib/query/list-source'
import { type Page, runList } from '@/lib/query/run-list'
import { accountResource } from '@/lib/resources/account'
import type { User } from './user'

const lastSeenAt = sql<number | null>`(select max(s.last_used_at) from sessions s where s.user_id = users.id)`.mapWith(
  Number,
)

const select = { ...getTableColumns(users), lastSeenAt }

const accountSource = listSource({
  resource: accountResource,
  columns: {
    table: users,
    id: users.id,
    fields: {
      id: users.id,
      name: users.name,
      email: users.email,
      typeId: users.typeId,
      emailVerifiedAt: users.emailVerifiedAt,
      disabledAt: users.disabledAt,
      lastSeenAt,
      createdAt: users.createdAt,
      updatedAt: users.updatedAt,
    },
    lists: {},
  },
  select,
})

/** An account and when any of its sign-ins was last used (ms UTC). */
export type Account = User & { lastSeenAt: number | null }

/** Every account; `search` is words that stand in the name or the address. */
export const findAccounts = (db: Reader, query: ListQuery, search?: string): Promise<Page<Account>> =>
  runList(db, accountSource, withoutSearch(query), {
    conditions: everyWord(search, sql`${users.name} || ' ' || ${users.email}`),
  }) as Promise<Page<Account>>

/** @throws AppError NotFound */
export async function getAccount(db: Reader, id: string): Promise<Account> {
  const [account] = await db.select(select).from(users).where(eq(users.id, id))
  if (!account) throw notFound('User')
  return account as Account
}

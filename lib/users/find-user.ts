import { eq, inArray } from 'drizzle-orm'
import type { Reader } from '@/db'
import { users } from '@/db/schema'
import { notFound } from '@/lib/errors'
import { normalizeEmail, type User } from './user'

export async function findUser(db: Reader, id: string): Promise<User | undefined> {
  const [user] = await db.select().from(users).where(eq(users.id, id))
  return user
}

/** By address, however it is capitalized. */
export async function findUserByEmail(db: Reader, email: string): Promise<User | undefined> {
  const [user] = await db
    .select()
    .from(users)
    .where(eq(users.email, normalizeEmail(email)))
  return user
}

/** Those of the ids that exist, by id; for `$expand`. */
export async function findUsers(db: Reader, ids: readonly string[]): Promise<Map<string, User>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select()
    .from(users)
    .where(inArray(users.id, [...new Set(ids)]))
  return new Map(rows.map((user) => [user.id, user]))
}

/** @throws AppError NotFound */
export async function getUser(db: Reader, id: string): Promise<User> {
  const user = await findUser(db, id)
  if (!user) throw notFound('User')
  return user
}

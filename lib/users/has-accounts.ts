import type { Reader } from '@/db'
import { users } from '@/db/schema'

/** Whether anybody can sign in at all. A new installation without demo data and without a first admin says so. */
export async function hasAccounts(db: Reader): Promise<boolean> {
  const found = await db.select({ id: users.id }).from(users).limit(1)
  return found.length > 0
}

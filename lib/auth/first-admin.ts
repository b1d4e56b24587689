import { eq } from 'drizzle-orm'
import { database } from '@/db'
import { users } from '@/db/schema'
import { now } from '@/lib/clock'
import { firstAdmin } from '@/lib/config'
import { createUser } from '@/lib/users/create-user'
import { findUserByEmail } from '@/lib/users/find-user'
import { hasAccounts } from '@/lib/users/has-accounts'
import { userTypes } from '@/lib/users/user'
import { systemActor } from './actor'
import { hashPassword } from './password'

/**
 * Makes the first system admin from the settings, unless there is one already. Returns a sentence for the log, or
 * undefined when there is nothing to say.
 */
export async function ensureFirstAdmin(): Promise<string | undefined> {
  const { reader, transaction } = await database()
  const wanted = firstAdmin()
  if (!wanted) {
    if (await hasAccounts(reader)) return undefined
    return 'Nobody can sign in yet. Set ADMIN_EMAIL and ADMIN_PASSWORD and start again, or fill in demo data: npm run seed'
  }
  const hasAdmin = async (db: typeof reader) => {
    const found = await db.select({ id: users.id }).from(users).where(eq(users.typeId, userTypes.systemAdmin)).limit(1)
    return found.length > 0
  }
  if (await hasAdmin(reader)) return undefined
  const passwordHash = await hashPassword(wanted.password)
  return transaction(async (tx) => {
    // Several processes may start at once.
    if (await hasAdmin(tx)) return undefined
    if (await findUserByEmail(tx, wanted.email)) {
      return `ADMIN_EMAIL is the address of an account that is no system admin. It was left as it is.`
    }
    await createUser(tx, systemActor, {
      email: wanted.email,
      name: 'Administrator',
      passwordHash,
      isSystemAdmin: true,
      emailVerifiedAt: now(),
    })
    return `Made the first system admin, ${wanted.email}.`
  })
}

import { database } from '@/db'
import { now } from '@/lib/clock'
import { createUser } from '@/lib/users/create-user'
import type { User } from '@/lib/users/user'
import type { Actor } from './actor'
import { hashPassword } from './password'

type NewAccount = {
  name: string
  email: string
  /** Absent: the account waits for a link through which one is chosen. */
  password?: string
  isSystemAdmin?: boolean
  emailVerified?: boolean
}

/**
 * Makes an account. Opens its own transaction, because hashing takes long.
 * @throws AppError BadArgument, Conflict when the address is taken, ServiceUnavailable
 */
export async function createAccount(actor: Actor, account: NewAccount): Promise<User> {
  const { transaction } = await database()
  const { password, emailVerified, ...given } = account
  const passwordHash = password === undefined ? null : await hashPassword(password)
  return transaction((tx) =>
    createUser(tx, actor, { ...given, passwordHash, emailVerifiedAt: emailVerified ? now() : null }),
  )
}

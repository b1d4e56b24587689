import type { Tx } from '@/db'
import { users } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { AppError, badArgument } from '@/lib/errors'
import { recordChange } from '@/lib/history/record-change'
import { newId } from '@/lib/ids'
import { findUserByEmail } from './find-user'
import { normalizeEmail, type User, userTypes } from './user'

export type NewUser = {
  email: string
  name: string
  /** From `hashPassword`, made before the transaction; null for an account that has not chosen one. */
  passwordHash: string | null
  isSystemAdmin?: boolean
  /** Default: not verified. */
  emailVerifiedAt?: number | null
  /** Given by the seed, so that every run makes the same ones. */
  id?: string
  at?: number
}

/** @throws AppError BadArgument, Conflict */
export async function createUser(tx: Tx, actor: Actor, user: NewUser): Promise<User> {
  const email = normalizeEmail(user.email)
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 254) {
    throw badArgument('email', `\`${user.email}\` is not an e-mail address.`)
  }
  if (await findUserByEmail(tx, email)) {
    throw new AppError('Conflict', 'There is already an account with this e-mail address.', { target: 'email' })
  }
  const at = user.at ?? now()
  const [created] = await tx
    .insert(users)
    .values({
      id: user.id ?? newId(at),
      email,
      name: user.name,
      passwordHash: user.passwordHash,
      typeId: user.isSystemAdmin ? userTypes.systemAdmin : userTypes.regular,
      emailVerifiedAt: user.emailVerifiedAt ?? null,
      preferences: {},
      createdAt: at,
      updatedAt: at,
    })
    .returning()
  const { id, version } = created!
  await recordChange(tx, actor, {
    organizationId: null,
    entity: 'user',
    entityId: id,
    version,
    operation: 'create',
    after: { email, name: user.name },
    at,
  })
  return created!
}

import type { Tx } from '@/db'
import { users } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { AppError, badArgument } from '@/lib/errors'
import { recordChange } from '@/lib/history/record-change'
import { newId } from '@/lib/ids'
import { findUserByEmail } from './find-user'
import { isEmail, normalizeEmail, type User, userTypes } from './user'

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

export function notAnAddress(email: string): AppError {
  const message = `\`${email}\` is not an e-mail address.`
  return badArgument('RequestBody', message, [{ code: 'InvalidFormat', target: 'email', message }])
}

export function addressTaken(): AppError {
  const message = 'There is already an account with this e-mail address.'
  return new AppError('Conflict', message, {
    target: 'email',
    details: [{ code: 'Duplicate', target: 'email', message }],
  })
}

/** @throws AppError BadArgument, Conflict */
export async function createUser(tx: Tx, actor: Actor, user: NewUser): Promise<User> {
  const email = normalizeEmail(user.email)
  if (!isEmail(email)) throw notAnAddress(user.email)
  if (await findUserByEmail(tx, email)) throw addressTaken()
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

import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Tx } from '@/db'
import { users } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { AppError } from '@/lib/errors'
import { type Expected, requireVersion } from '@/lib/expected-version'
import { addressTaken, notAnAddress } from './create-user'
import { findUserByEmail, getUser } from './find-user'
import { saveUser } from './save-user'
import { isEmail, normalizeEmail, type User, userTypes } from './user'

/** What a system admin changes of an account; absent stays. */
export type UserPatch = {
  name?: string
  email?: string
  isSystemAdmin?: boolean
  emailVerified?: boolean
  /** A disabled account cannot sign in, and its sessions and tokens are refused. */
  disabled?: boolean
}

/** @throws AppError Conflict when nobody else who can sign in is a system admin */
async function requireAnotherAdmin(tx: Tx, { id, name }: User): Promise<void> {
  const others = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.typeId, userTypes.systemAdmin), ne(users.id, id), isNull(users.disabledAt)))
    .limit(1)
  if (others.length > 0) return
  throw new AppError('Conflict', `${name} is the last system admin. Make somebody else one first.`, {
    target: 'isSystemAdmin',
    inner: { code: 'LastSystemAdmin' },
  })
}

/**
 * Changes an account. Whoever disables one ends its sessions as well: see `revokeSessionsOf`.
 * @throws AppError NotFound, PreconditionFailed, BadArgument or Conflict for the address, Conflict for the last system
 *   admin and for disabling oneself
 */
export async function updateUser(
  tx: Tx,
  actor: Actor,
  userId: string,
  patch: UserPatch,
  expected?: Expected,
): Promise<User> {
  const user = await getUser(tx, userId)
  requireVersion('The account', user.version, expected)
  const email = patch.email === undefined ? user.email : normalizeEmail(patch.email)
  if (!isEmail(email)) throw notAnAddress(patch.email!)
  if (email !== user.email && (await findUserByEmail(tx, email))) throw addressTaken()

  const at = now()
  const wanted: Partial<User> = {
    name: patch.name ?? user.name,
    email,
    typeId: patch.isSystemAdmin === undefined ? user.typeId : typeOf(patch.isSystemAdmin),
    emailVerifiedAt: instant(patch.emailVerified, user.emailVerifiedAt, at),
    disabledAt: instant(patch.disabled, user.disabledAt, at),
  }
  const isAdmin = user.typeId === userTypes.systemAdmin
  const isDisabling = wanted.disabledAt !== null && user.disabledAt === null
  if (isDisabling && actor.userId === user.id) {
    throw new AppError('Conflict', 'You cannot disable the account you are signed in with.', { target: 'disabled' })
  }
  if (isAdmin && user.disabledAt === null && (isDisabling || wanted.typeId !== user.typeId)) {
    await requireAnotherAdmin(tx, user)
  }
  return saveUser(tx, actor, user, wanted, isDisabling ? 'disable' : isEnabling(user, wanted) ? 'enable' : 'update')
}

const isEnabling = (user: User, wanted: Partial<User>) => user.disabledAt !== null && wanted.disabledAt === null

const typeOf = (isSystemAdmin: boolean) => (isSystemAdmin ? userTypes.systemAdmin : userTypes.regular)

/** A yes that is kept as the instant it began. */
function instant(wanted: boolean | undefined, stored: number | null, at: number): number | null {
  if (wanted === undefined) return stored
  return wanted ? (stored ?? at) : null
}

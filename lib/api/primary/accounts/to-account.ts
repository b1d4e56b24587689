import type { z } from 'zod'
import type { Reader } from '@/db'
import type { Session } from '@/lib/auth/own-sessions'
import { toIso } from '@/lib/clock'
import { versioned } from '@/lib/http/reply'
import { findMemberships, type Membership } from '@/lib/organizations/find-memberships'
import { type Account, getAccount } from '@/lib/users/find-accounts'
import { userTypes } from '@/lib/users/user'
import type { accountSchema, ownSessionSchema, wholeAccountSchema } from './schemas'

export const toAccount = (account: Account): z.output<typeof accountSchema> => ({
  id: account.id,
  name: account.name,
  email: account.email,
  typeId: account.typeId,
  isSystemAdmin: account.typeId === userTypes.systemAdmin,
  emailVerified: account.emailVerifiedAt !== null,
  disabled: account.disabledAt !== null,
  hasPassword: account.passwordHash !== null,
  lastSeenAt: toIso(account.lastSeenAt),
  createdAt: toIso(account.createdAt),
  updatedAt: toIso(account.updatedAt),
})

const toWholeAccount = (account: Account, memberships: readonly Membership[]): z.output<typeof wholeAccountSchema> => ({
  ...toAccount(account),
  organizations: memberships.map(({ organization: { id, name }, role }) => ({ id, name, role })),
})

/** One account as it is now, with its `ETag`. */
export async function answerAccount(db: Reader, userId: string) {
  const account = await getAccount(db, userId)
  return versioned(toWholeAccount(account, await findMemberships(db, userId)), account.version)
}

export const toOwnSession =
  (currentId: string | null) =>
  (session: Session): z.output<typeof ownSessionSchema> => ({
    id: session.id,
    kind: session.kind as 'browser' | 'client' | 'personal',
    label: session.label,
    userAgent: session.userAgent,
    current: session.id === currentId,
    lastUsedAt: toIso(session.lastUsedAt),
    expiresAt: toIso(session.expiresAt),
    createdAt: toIso(session.createdAt),
  })

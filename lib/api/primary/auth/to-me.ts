import type { z } from 'zod'
import { toOrganization } from '@/lib/api/primary/organizations/to-organization'
import { toIso } from '@/lib/clock'
import type { Membership } from '@/lib/organizations/find-memberships'
import { type User, userTypes } from '@/lib/users/user'
import type { meSchema } from './schemas'

/** The signed-in user as the screens and clients see them. */
export const toMe = (user: User, memberships: readonly Membership[]): z.output<typeof meSchema> => ({
  id: user.id,
  name: user.name,
  email: user.email,
  typeId: user.typeId,
  isSystemAdmin: user.typeId === userTypes.systemAdmin,
  emailVerified: user.emailVerifiedAt !== null,
  organizations: memberships.map(({ organization, role }) => {
    const { id, name, slug, country, currency, timeZone, status } = toOrganization(organization)
    return { id, name, slug, country, currency, timeZone, status, role }
  }),
  preferences: user.preferences,
  createdAt: toIso(user.createdAt),
  updatedAt: toIso(user.updatedAt),
})

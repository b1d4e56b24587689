import { patchPreferences } from '@/lib/api/primary/auth/operations'
import { toMe } from '@/lib/api/primary/auth/to-me'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { versioned } from '@/lib/http/reply'
import { findMemberships } from '@/lib/organizations/find-memberships'
import { changePreferences } from '@/lib/users/preferences'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PATCH: route(patchPreferences, async ({ tx, actor, body, expected }) => {
    const user = await changePreferences(tx, actor, body, expected)
    return versioned(toMe(user, await findMemberships(tx, user.id)), user.version)
  }),
})

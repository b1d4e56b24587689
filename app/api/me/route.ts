import { readMe } from '@/lib/api/primary/auth/operations'
import { toMe } from '@/lib/api/primary/auth/to-me'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { versioned } from '@/lib/http/reply'
import { findMemberships } from '@/lib/organizations/find-memberships'
import { getUser } from '@/lib/users/find-user'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readMe, async ({ db, actor }) => {
    const user = await getUser(db, actor.userId!)
    return versioned(toMe(user, await findMemberships(db, user.id)), user.version)
  }),
})

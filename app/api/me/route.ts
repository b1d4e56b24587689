import { patchMe } from '@/lib/api/primary/accounts/operations'
import { readMe } from '@/lib/api/primary/auth/operations'
import { toMe } from '@/lib/api/primary/auth/to-me'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { requireVersion } from '@/lib/expected-version'
import { versioned } from '@/lib/http/reply'
import { findMemberships } from '@/lib/organizations/find-memberships'
import { getUser } from '@/lib/users/find-user'
import { saveUser } from '@/lib/users/save-user'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readMe, async ({ db, actor }) => {
    const user = await getUser(db, actor.userId!)
    return versioned(toMe(user, await findMemberships(db, user.id)), user.version)
  }),
  PATCH: route(patchMe, async ({ tx, actor, body, expected }) => {
    const before = await getUser(tx, actor.userId!)
    requireVersion('The account', before.version, expected)
    const user = await saveUser(tx, actor, before, { name: body.name ?? before.name }, 'update')
    return versioned(toMe(user, await findMemberships(tx, user.id)), user.version)
  }),
})

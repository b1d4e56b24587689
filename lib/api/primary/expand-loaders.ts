import type { Reader } from '@/db'
import type { Actor } from '@/lib/auth/actor'
import { findOrganizations } from '@/lib/organizations/find-organization'
import type { ExpandLoaders } from '@/lib/query/apply-expand'
import { findVisibleUsers } from '@/lib/users/find-visible-users'
import { catalogLoaders } from './catalog/expand-loaders'
import { toOrganization } from './organizations/to-organization'
import { toUser } from './users/to-user'

const byId = <T extends { id: string }>(objects: readonly T[]) =>
  new Map(objects.map((object) => [object.id, object as Record<string, unknown>]))

/** Where `$expand` gets what a reference leads to, in this vocabulary's shapes and with the reader's rights. */
export const expandLoaders = (db: Reader, actor: Actor): ExpandLoaders => ({
  ...catalogLoaders(db, actor),
  organization: async (ids) => byId((await findOrganizations(db, ids)).map(toOrganization)),
  user: async (ids) => byId((await findVisibleUsers(db, actor, ids)).map(toUser)),
})

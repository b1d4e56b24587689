import { and, inArray, or, sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import { memberships, orders, users } from '@/db/schema'
import { type Actor, canManage } from '@/lib/auth/actor'
import type { User } from './user'

/**
 * Those of the users the actor may see: all for a system admin; else oneself, and the members and customers of the
 * organizations the actor manages.
 */
export async function findVisibleUsers(db: Reader, actor: Actor, ids: readonly string[]): Promise<User[]> {
  const wanted = inArray(users.id, [...ids])
  if (actor.isSystemAdmin) return db.select().from(users).where(wanted)
  const managed = [...actor.memberships.keys()].filter((id) => canManage(actor, id))
  const related =
    managed.length === 0
      ? []
      : [
          sql`${users.id} in (select ${memberships.userId} from ${memberships} where ${inArray(memberships.organizationId, managed)})`,
          sql`exists (select 1 from ${orders} where ${orders.userId} = ${users.id} and ${inArray(orders.organizationId, managed)})`,
        ]
  const self = sql`${users.id} = ${actor.userId ?? ''}`
  return db
    .select()
    .from(users)
    .where(and(wanted, or(self, ...related)))
}

import { and, eq, isNotNull } from 'drizzle-orm'
import type { Reader } from '@/db'
import { customers, users } from '@/db/schema'

/** `CUST` and the integer: how a customer without a reference is called outside (spec other-order-apis D.9). */
export const customerAlias = (id: number) => `CUST${id}`

export type NamedCustomer = {
  userId: string | null
  /** Null for our own users. */
  reference: string | null
  name: string
  email: string
}

/**
 * Whom an external client means: one of our users by the alias of their integer, else somebody known by that very
 * text, which is registered with the order (spec other-order-apis B.4).
 */
export async function resolveCustomer(db: Reader, organizationId: string, text: string): Promise<NamedCustomer> {
  const [, digits] = /^CUST(\d{1,15})$/.exec(text) ?? []
  if (digits !== undefined) {
    const [row] = await db
      .select({ userId: users.id, name: users.name, email: users.email })
      .from(customers)
      .innerJoin(users, eq(users.id, customers.userId))
      .where(
        and(
          eq(customers.organizationId, organizationId),
          eq(customers.id, Number(digits)),
          isNotNull(customers.userId),
        ),
      )
    if (row) return { ...row, reference: null }
  }
  return { userId: null, reference: text, name: text, email: '' }
}

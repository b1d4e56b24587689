import { sql } from 'drizzle-orm'
import { nextNumbers, type Tx } from '@/db'
import { inList, listValue } from '@/db/dialect/query-sql'
import { customers } from '@/db/schema'
import { runPrepared } from '@/lib/query/statements'

/** Who an order is for: one of our users, somebody an external client names, or a guest (both null). */
export type CustomerKey = { userId: string | null; reference: string | null }

type Column = 'userId' | 'externalReference'

/**
 * The integers of an organization's customers, in the order asked (spec other-order-apis D.9). A user and an external
 * reference each keep one for good. A guest cannot be recognized again, so every guest order gets a fresh integer and
 * no row.
 */
export async function numberCustomers(
  tx: Tx,
  organizationId: string,
  wanted: readonly CustomerKey[],
  at: number,
): Promise<number[]> {
  const users = await findOrCreate(
    tx,
    organizationId,
    'userId',
    wanted.flatMap(({ userId }) => userId ?? []),
    at,
  )
  const references = await findOrCreate(
    tx,
    organizationId,
    'externalReference',
    wanted.flatMap(({ userId, reference }) => (userId === null ? (reference ?? []) : [])),
    at,
  )
  const guests = await nextNumbers(
    tx,
    'customer',
    wanted.filter(({ userId, reference }) => userId === null && reference === null).length,
  )
  return wanted.map(({ userId, reference }) =>
    userId !== null ? users.get(userId)! : reference !== null ? references.get(reference)! : guests.shift()!,
  )
}

async function findOrCreate(
  tx: Tx,
  organizationId: string,
  column: Column,
  names: readonly string[],
  at: number,
): Promise<Map<string, number>> {
  const distinct = [...new Set(names)]
  const numbers = new Map<string, number>()
  for (let from = 0; from < distinct.length; from += 500) {
    const some = distinct.slice(from, from + 500)
    const found = await runPrepared(tx, `customers by ${column}`, [organizationId, listValue(some)], (slot) =>
      tx
        .select({ id: customers.id, name: customers[column] })
        .from(customers)
        .where(sql`${customers.organizationId} = ${slot(0)} and ${inList(customers[column], slot(1), 'text')}`),
    )
    for (const { id, name } of found) numbers.set(name!, id)
    const missing = some.filter((name) => !numbers.has(name))
    const ids = await nextNumbers(tx, 'customer', missing.length)
    const rows = missing.map((name, i) => ({ id: ids[i]!, organizationId, [column]: name, createdAt: at }))
    if (rows.length > 0) await tx.insert(customers).values(rows)
    for (const [i, name] of missing.entries()) numbers.set(name, ids[i]!)
  }
  return numbers
}

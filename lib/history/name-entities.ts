import { eq, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import type { AnyColumn, AnyTable } from '@/db/dialect/columns'
import { inList, listValue } from '@/db/dialect/query-sql'
import {
  apiKeys,
  attributes,
  categories,
  locations,
  orderNotes,
  orders,
  organizations,
  products,
  savedViews,
  users,
  variants,
} from '@/db/schema'
import type { StoredChange } from './find-changes'

type Named = { table: AnyTable; id: AnyColumn; name: AnyColumn | SQL }

/** What people call each kind of thing by. Kinds that nobody names are not here. */
const named: Record<string, Named> = {
  order: { table: orders, id: orders.id, name: orders.number },
  orderNote: {
    table: orderNotes,
    id: orderNotes.id,
    name: sql`(select ${orders.number} from ${orders} where ${eq(orders.id, orderNotes.orderId)})`,
  },
  product: { table: products, id: products.id, name: products.name },
  variant: { table: variants, id: variants.id, name: variants.title },
  category: { table: categories, id: categories.id, name: categories.name },
  location: { table: locations, id: locations.id, name: locations.name },
  attribute: { table: attributes, id: attributes.id, name: attributes.name },
  apiKey: { table: apiKeys, id: apiKeys.id, name: apiKeys.name },
  organization: { table: organizations, id: organizations.id, name: organizations.name },
  savedView: { table: savedViews, id: savedViews.id, name: savedViews.name },
  user: { table: users, id: users.id, name: users.name },
  membership: { table: users, id: users.id, name: users.name },
}

/** A deletion keeps the whole row, and so what the thing was called. */
function nameThen({ fields }: StoredChange): string | null {
  const kept = (fields.number ?? fields.name ?? fields.title)?.[0]
  return kept === undefined || kept === null ? null : String(kept)
}

/**
 * What the things that changed are called now, or were when they were deleted; null for what has no name. One statement
 * for each kind among the changes.
 */
export async function nameEntities(db: Reader, changes: readonly StoredChange[]): Promise<(string | null)[]> {
  const names = new Map<string, string>()
  for (const [entity, group] of Map.groupBy(changes, ({ entity }) => entity)) {
    const kind = named[entity]
    if (!kind) continue
    const ids = [...new Set(group.map(({ entityId }) => entityId))]
    const rows = await db
      .select({ id: sql`${kind.id}`.mapWith(String), name: sql`${kind.name}` })
      .from(kind.table)
      .where(inList(kind.id, sql.param(listValue(ids)), 'text'))
    for (const { id, name } of rows) if (name !== null) names.set(`${entity} ${id}`, String(name))
  }
  return changes.map((change) => names.get(`${change.entity} ${change.entityId}`) ?? nameThen(change))
}

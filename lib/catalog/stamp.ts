import { sql } from 'drizzle-orm'
import { all, type Reader, type Tx } from '@/db'
import { catalogStamps } from '@/db/schema'

const shards = 16

/**
 * Says that something counted or shown in the catalog changed. Every catalog write calls it, and so does whoever changes
 * an organization's standing or time zone.
 */
export async function touchCatalog(tx: Tx): Promise<void> {
  await tx
    .insert(catalogStamps)
    .values({ shard: Math.floor(Math.random() * shards), value: 1 })
    .onConflictDoUpdate({ target: catalogStamps.shard, set: { value: sql`${catalogStamps.value} + 1` } })
}

/** A number that differs whenever the catalog does. */
export async function readStamp(db: Reader): Promise<number> {
  const [row] = await all<{ stamp: number }>(db, sql`select coalesce(sum(value), 0) as stamp from catalog_stamps`)
  return Number(row!.stamp)
}

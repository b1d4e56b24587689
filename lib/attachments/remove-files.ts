import { and, inArray, lt, sql } from 'drizzle-orm'
import type { Tx } from '@/db'
import { attachments, storedFiles, uploads } from '@/db/schema'
import { now } from '@/lib/clock'
import { storage } from './storage'

/** How long an uploaded file waits for its registration. */
const unregisteredMs = 24 * 60 * 60 * 1000

/**
 * Forgets contents nobody shows and nobody is about to register. Gives the storage names to remove once the transaction
 * is committed: a file must not go while its rows may come back.
 */
export async function forgetUnused(tx: Tx, hashes: readonly string[]): Promise<string[]> {
  if (hashes.length === 0) return []
  const gone = await tx
    .delete(storedFiles)
    .where(
      and(
        inArray(storedFiles.hash, [...hashes]),
        sql`not exists (select 1 from ${attachments} where ${attachments.hash} = ${storedFiles.hash})`,
        sql`not exists (select 1 from ${uploads} where ${uploads.hash} = ${storedFiles.hash})`,
      ),
    )
    .returning({ key: storedFiles.key })
  return gone.map(({ key }) => key)
}

/** Drops uploads that were made a day ago: unregistered ones with their content, registered ones as mere notes. */
export async function sweepUploads(tx: Tx): Promise<string[]> {
  const old = await tx
    .delete(uploads)
    .where(lt(uploads.usedAt, now() - unregisteredMs))
    .returning({ hash: uploads.hash })
  return forgetUnused(
    tx,
    old.flatMap(({ hash }) => hash ?? []),
  )
}

/** Removes contents from the storage. */
export async function removeStored(keys: readonly string[]): Promise<void> {
  for (const key of keys) await storage().removeAll(key)
}

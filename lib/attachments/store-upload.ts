import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { eq } from 'drizzle-orm'
import { database, type Tx } from '@/db'
import { storedFiles, uploads } from '@/db/schema'
import { now } from '@/lib/clock'
import { AppError, forbidden } from '@/lib/errors'
import { findOrganization, requireNormal } from '@/lib/organizations/find-organization'
import { inspectFile } from './inspect-file'
import { receiveFile, requireAnnounced } from './receive-file'
import { removeStored, sweepUploads } from './remove-files'
import { storage } from './storage'
import type { UploadPermit } from './upload-url'

/** What arrived; `size` in bytes. */
export type Uploaded = { objectId: string; type: string; size: number }

/**
 * Takes the one PUT an upload address allows: streamed to a local file, measured and inspected, then kept under its
 * content's hash, once however often it comes. Whatever is refused leaves nothing behind, and the address may be used
 * again while it lasts. Opens its own transactions, because bytes arrive slowly.
 * @throws AppError Forbidden when the address was used, BadArgument when the content is not what was signed
 */
export async function storeUpload(
  permit: UploadPermit,
  headers: Headers,
  body: ReadableStream<Uint8Array> | null,
): Promise<Uploaded> {
  requireAnnounced(headers, permit)
  const { transaction } = await database()
  const abandoned = await transaction(async (tx) => {
    await claim(tx, permit)
    return sweepUploads(tx)
  })
  await removeStored(abandoned)

  const local = await storage().newLocalPath()
  try {
    const hash = await receiveFile(body, local, permit.length)
    const dimensions = await inspectFile(local, permit.type)
    await keep(permit, hash, local, dimensions)
    return { objectId: permit.objectId, type: permit.type, size: permit.length }
  } catch (error) {
    await transaction(async (tx) => {
      await tx.delete(uploads).where(eq(uploads.id, permit.objectId))
    })
    throw error
  } finally {
    await rm(local, { force: true })
  }
}

/** Notes that an address is being used; of two at once, one is refused. */
async function claim(tx: Tx, { owner, objectId, type }: UploadPermit): Promise<void> {
  const organization = await findOrganization(tx, owner)
  if (!organization) throw forbidden('The organization of this upload address is gone.')
  requireNormal(organization)
  const claimed = await tx
    .insert(uploads)
    .values({ id: objectId, organizationId: owner, type, usedAt: now() })
    .onConflictDoNothing()
    .returning({ id: uploads.id })
  if (claimed.length > 0) return
  throw new AppError('Forbidden', 'This upload address has been used. Ask for a new one.', {
    inner: { code: 'UploadUsed' },
  })
}

async function keep(
  { objectId, type, length }: UploadPermit,
  hash: string,
  local: string,
  dimensions: { width: number | null; height: number | null },
): Promise<void> {
  const { transaction, reader } = await database()
  const [known] = await reader.select().from(storedFiles).where(eq(storedFiles.hash, hash))
  const key = randomBytes(16).toString('hex')
  if (!known) await storage().put(`${key}/original`, local)
  const isOurs = await transaction(async (tx) => {
    const [existing] = await tx.select().from(storedFiles).where(eq(storedFiles.hash, hash))
    // It was there and is gone again: whoever deleted it was quicker, so this upload has to come again.
    if (!existing && known) throw new AppError('Conflict', 'The same content was just deleted. Send it again.')
    if (!existing)
      await tx.insert(storedFiles).values({ hash, key, size: length, type, ...dimensions, createdAt: now() })
    await tx.update(uploads).set({ hash }).where(eq(uploads.id, objectId))
    return !existing
  }).catch(async (error) => {
    await storage().removeAll(key)
    throw error
  })
  if (!known && !isOurs) await storage().removeAll(key)
}

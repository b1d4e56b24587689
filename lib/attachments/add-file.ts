import { createHash } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { eq } from 'drizzle-orm'
import type { Tx } from '@/db'
import { storedFiles, uploads } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { newId } from '@/lib/ids'
import type { Organization } from '@/lib/organizations/organization'
import type { Attachment } from './attachment'
import type { FileType } from './file-types'
import { inspectFile } from './inspect-file'
import { registerAttachment } from './register-attachment'
import { storage } from './storage'

export type NewFile = { content: Uint8Array; type: FileType; isPublic?: boolean; name?: string; at?: number }

/**
 * Makes a content that was made here, not uploaded, an attachment of an organization. The storage keeps it under its
 * hash, so that doing it again after a rollback leaves no second copy.
 * @throws AppError BadArgument when the content is not what it is said to be
 */
export async function addFile(
  tx: Tx,
  actor: Actor,
  organization: Organization,
  { content, type, isPublic = false, name, at = now() }: NewFile,
): Promise<Attachment> {
  const hash = createHash('sha256').update(content).digest('hex')
  const [known] = await tx.select({ hash: storedFiles.hash }).from(storedFiles).where(eq(storedFiles.hash, hash))
  if (!known) await keep(tx, hash, content, type, at)
  const objectId = newId(at)
  await tx.insert(uploads).values({ id: objectId, organizationId: organization.id, type, hash, usedAt: at })
  return registerAttachment(tx, actor, organization, { objectId, type, isPublic, name, at })
}

async function keep(tx: Tx, hash: string, content: Uint8Array, type: FileType, at: number): Promise<void> {
  const local = await storage().newLocalPath()
  try {
    await writeFile(local, content)
    const dimensions = await inspectFile(local, type)
    const key = hash.slice(0, 32)
    await storage().put(`${key}/original`, local)
    await tx.insert(storedFiles).values({ hash, key, size: content.byteLength, type, ...dimensions, createdAt: at })
  } finally {
    await rm(local, { force: true })
  }
}

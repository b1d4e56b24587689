import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db'
import { storedFiles, uploads } from '@/db/schema'
import { AppError, badArgument, type ErrorDetail } from '@/lib/errors'
import type { StoredFile } from './attachment'

const refuse = (code: ErrorDetail['code'], target: string, message: string) =>
  badArgument('RequestBody', message, [{ code, target, message }])

/**
 * The content uploaded under an object id for this organization, which from now on is the given attachment's.
 * @throws AppError BadArgument for an object never uploaded here or another type; Conflict for a second time
 */
export async function takeUpload(
  tx: Tx,
  organizationId: string,
  { objectId, type }: { objectId: string; type: string },
  attachmentId: string,
): Promise<StoredFile> {
  const [found] = await tx
    .select({ upload: uploads, file: storedFiles })
    .from(uploads)
    .leftJoin(storedFiles, eq(storedFiles.hash, uploads.hash))
    .where(and(eq(uploads.id, objectId), eq(uploads.organizationId, organizationId)))
  if (found?.upload.attachmentId) {
    throw new AppError('Conflict', `This object is registered already, as ${found.upload.attachmentId}.`, {
      target: 'objectId',
    })
  }
  if (!found?.file) {
    throw refuse('UnknownReference', 'objectId', `Nothing was uploaded under ${objectId}. PUT the file first.`)
  }
  if (type !== found.file.type) throw refuse('NotAllowed', 'type', `The uploaded file is ${found.file.type}.`)
  await tx.update(uploads).set({ attachmentId, hash: null }).where(eq(uploads.id, objectId))
  return found.file
}

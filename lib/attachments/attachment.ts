import type { attachments, storedFiles } from '@/db/schema'

/** A file of an organization as stored; `size` in bytes, times in ms UTC. */
export type Attachment = typeof attachments.$inferSelect

/** An attachment with the number of places, products and variants, that show it. */
export type CountedAttachment = Attachment & { usageCount: number }

/** A content in the storage, kept once. */
export type StoredFile = typeof storedFiles.$inferSelect

/** Largest accepted file in bytes (decision 45). */
export const maxFileBytes = (): number => Number(process.env.ATTACHMENT_MAX_BYTES) || 10 * 1024 * 1024

/** Most pixels a picture may have; checked from its header, before anything is decoded. */
export const maxPixels = 40_000_000

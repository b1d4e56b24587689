import { boolean, index, integer, table, text, timestamp, uniqueIndex } from '../dialect/columns'
import { organizations } from './identity'

/** Contents in the storage, each kept once however many attachments show it. */
export const storedFiles = table('stored_files', {
  /** SHA-256 of the content, hex. */
  hash: text().primaryKey(),
  /** Where the storage has it. A name of its own, so that removing one copy cannot hit the next. */
  key: text().notNull(),
  /** Bytes. */
  size: integer().notNull(),
  /** MIME type, as found in the content. */
  type: text().notNull(),
  /** Pixels; null for what is not an image. */
  width: integer(),
  height: integer(),
  createdAt: timestamp().notNull(),
})

/** Signed upload URLs that were handed out, from the moment of the PUT until the object is registered. */
export const uploads = table(
  'uploads',
  {
    /** The `objectId`. */
    id: text().primaryKey(),
    organizationId: text()
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    type: text().notNull(),
    /** Set when all bytes have arrived and were found to be what was signed. */
    hash: text().references(() => storedFiles.hash),
    /** When the signature was used; it is good for one PUT. */
    usedAt: timestamp().notNull(),
    /** The attachment made from it, once registered. */
    attachmentId: text(),
  },
  (t) => [index('uploads_used').on(t.usedAt), index('uploads_hash').on(t.hash)],
)

export const attachments = table(
  'attachments',
  {
    id: text().primaryKey(),
    organizationId: text()
      .notNull()
      .references(() => organizations.id),
    objectId: text().notNull(),
    hash: text()
      .notNull()
      .references(() => storedFiles.hash),
    type: text().notNull(),
    /** Bytes. */
    size: integer().notNull(),
    /** Pixels; null for what is not an image. */
    width: integer(),
    height: integer(),
    isPublic: boolean().notNull().default(false),
    /** What people call it: the name of the file it came from. Empty where it came without one. */
    name: text().notNull().default(''),
    /** Who registered it, as the history calls them: a user, a key, or nobody for what a command made. */
    uploadedById: text(),
    uploadedByName: text().notNull().default(''),
    version: integer().notNull().default(1),
    createdAt: timestamp().notNull(),
    updatedAt: timestamp().notNull(),
  },
  (t) => [
    uniqueIndex('attachments_object').on(t.objectId),
    index('attachments_organization').on(t.organizationId, t.createdAt, t.id),
    index('attachments_created').on(t.createdAt, t.id),
    index('attachments_hash').on(t.hash),
  ],
)

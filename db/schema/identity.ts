import { boolean, index, integer, json, primaryKey, table, text, timestamp, uniqueIndex } from '../dialect/columns'

export const organizations = table(
  'organizations',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    description: text().notNull().default(''),
    /** The tenant of the Emporix surface. */
    slug: text().notNull(),
    /** The `storeId` of the AiFi surface. */
    storeNumber: integer().notNull(),
    country: text().notNull().default('JP'),
    currency: text().notNull().default('JPY'),
    /** Hundredths of a percent: 1000 is 10 %. */
    taxRateBasisPoints: integer().notNull().default(1000),
    timeZone: text().notNull().default('Asia/Tokyo'),
    /** `normal`, `restricted` or `prohibited`. */
    status: text().notNull().default('normal'),
    /** Access labels orders of this organization may carry. */
    restrictions: json().$type<string[]>().notNull(),
    /** Copies an order's site code into its restriction label when it has none. */
    syncRestrictionsWithSiteCodes: boolean().notNull().default(false),
    version: integer().notNull().default(1),
    createdAt: timestamp().notNull(),
    updatedAt: timestamp().notNull(),
  },
  (t) => [uniqueIndex('organizations_slug').on(t.slug), uniqueIndex('organizations_store').on(t.storeNumber)],
)

export const users = table(
  'users',
  {
    id: text().primaryKey(),
    /** Lower case. */
    email: text().notNull(),
    name: text().notNull(),
    /** `scrypt$…`; null for an invited account that has not chosen one. */
    passwordHash: text(),
    /** `100` system admin, `001` regular. */
    typeId: text().notNull().default('001'),
    emailVerifiedAt: timestamp(),
    disabledAt: timestamp(),
    /** What the screens remember: language, theme, density. */
    preferences: json().$type<Record<string, unknown>>().notNull(),
    version: integer().notNull().default(1),
    createdAt: timestamp().notNull(),
    updatedAt: timestamp().notNull(),
  },
  (t) => [uniqueIndex('users_email').on(t.email)],
)

export const memberships = table(
  'memberships',
  {
    organizationId: text()
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** `owner`, `admin`, `member` or `guest`. */
    role: text().notNull(),
    version: integer().notNull().default(1),
    createdAt: timestamp().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.userId] }), index('memberships_user').on(t.userId)],
)

/** A link by which somebody becomes a member, once. Only the SHA-256 of the token in it is kept. */
export const invitations = table(
  'invitations',
  {
    id: text().primaryKey(),
    organizationId: text()
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    hash: text().notNull(),
    role: text().notNull(),
    /** Lower case; null when whoever holds the link may accept. */
    email: text(),
    invitedBy: text(),
    invitedByName: text().notNull(),
    expiresAt: timestamp().notNull(),
    acceptedAt: timestamp(),
    acceptedBy: text(),
    revokedAt: timestamp(),
    version: integer().notNull().default(1),
    createdAt: timestamp().notNull(),
    updatedAt: timestamp().notNull(),
  },
  (t) => [uniqueIndex('invitations_hash').on(t.hash), index('invitations_organization').on(t.organizationId)],
)

/** A link by which somebody chooses a new password, once. Only the SHA-256 of the token in it is kept. */
export const passwordResets = table(
  'password_resets',
  {
    hash: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expiresAt: timestamp().notNull(),
    usedAt: timestamp(),
    createdAt: timestamp().notNull(),
  },
  (t) => [index('password_resets_user').on(t.userId)],
)

/** A sign-in: of a browser (the cookie names it) or of a client (a family of rotating tokens). */
export const sessions = table(
  'sessions',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** `browser`, `client` or `personal` (made on the command line). */
    kind: text().notNull(),
    label: text(),
    /** SHA-256 of the fingerprint the sign-in was bound to. */
    fingerprintHash: text(),
    userAgent: text(),
    expiresAt: timestamp().notNull(),
    revokedAt: timestamp(),
    lastUsedAt: timestamp().notNull(),
    createdAt: timestamp().notNull(),
  },
  (t) => [index('sessions_user').on(t.userId)],
)

/** Access and refresh tokens; only their SHA-256 is kept. */
export const tokens = table(
  'tokens',
  {
    hash: text().primaryKey(),
    sessionId: text()
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    /** `access` or `refresh`. */
    kind: text().notNull(),
    expiresAt: timestamp().notNull(),
    /** When a refresh token was exchanged; using it again revokes the family. */
    usedAt: timestamp(),
    createdAt: timestamp().notNull(),
  },
  (t) => [index('tokens_session').on(t.sessionId)],
)

export const apiKeys = table(
  'api_keys',
  {
    id: text().primaryKey(),
    /** Null for a system key. */
    organizationId: text().references(() => organizations.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    hash: text().notNull(),
    /** The first characters of the token, shown in lists. */
    hint: text().notNull(),
    scopes: json().$type<string[]>().notNull(),
    expiresAt: timestamp(),
    revokedAt: timestamp(),
    lastUsedAt: timestamp(),
    createdBy: text(),
    /** The key that was made in its place; this one goes on until `expiresAt`. */
    replacedById: text(),
    version: integer().notNull().default(1),
    createdAt: timestamp().notNull(),
    updatedAt: timestamp().notNull(),
  },
  (t) => [uniqueIndex('api_keys_hash').on(t.hash), index('api_keys_organization').on(t.organizationId)],
)

/** Failed sign-ins per account and per address. */
export const signInFailures = table(
  'sign_in_failures',
  {
    /** `account:<sha-256>` or `address:<ip>`. */
    subject: text().notNull(),
    failedAt: timestamp().notNull(),
    id: text().primaryKey(),
  },
  (t) => [index('sign_in_failures_subject').on(t.subject, t.failedAt)],
)

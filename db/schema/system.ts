import { bigint, index, integer, json, primaryKey, table, text, timestamp } from '../dialect/columns'

/** The last number given out per sequence; used where the engine has no sequences of its own. */
export const sequences = table('sequences', {
  name: text().primaryKey(),
  value: bigint().notNull(),
})

/** First answers of requests that carried an `Idempotency-Key`, kept for 24 hours (decisions 12 and 36). */
export const idempotencyRecords = table(
  'idempotency_records',
  {
    /** Whose key it is: a user, an API key, or an organization's anonymous callers. */
    caller: text().notNull(),
    key: text().notNull(),
    /** SHA-256 of method, path, query and body. */
    requestHash: text().notNull(),
    status: integer().notNull(),
    headers: json().$type<Record<string, string>>().notNull(),
    body: text(),
    expiresAt: timestamp().notNull(),
  },
  (t) => [primaryKey({ columns: [t.caller, t.key] }), index('idempotency_records_expiry').on(t.expiresAt)],
)

/**
 * Every domain write, who made it, and each changed field before and after. The history of one entity, its earlier
 * versions and the audit page all read this one table.
 */
export const changes = table(
  'changes',
  {
    id: text().primaryKey(),
    /** Null for system-wide entities. */
    organizationId: text(),
    /** `order`, `product`, `category`, … */
    entity: text().notNull(),
    entityId: text().notNull(),
    /** The entity's version after this change; 0 when it was deleted. */
    version: integer().notNull(),
    /** The verb: `place`, `accept`, `update`, … */
    operation: text().notNull(),
    /** `web`, `nodeblocks`, `generic`, `aifi`, `emporix`, `command`. */
    surface: text().notNull(),
    /** `user`, `apiKey`, `anonymous` or `system`. */
    actorKind: text().notNull(),
    actorId: text(),
    actorName: text().notNull(),
    /** `{field: [before, after]}`; empty for a creation, whose values the later changes lead back to. */
    fields: json().$type<Record<string, [unknown, unknown]>>().notNull(),
    requestId: text(),
    /** Joins the changes one bulk act made. */
    batchId: text(),
    at: timestamp().notNull(),
  },
  (t) => [
    index('changes_entity').on(t.entity, t.entityId, t.version),
    index('changes_at').on(t.at, t.id),
    // The verbs are there to be counted without reading the rows.
    index('changes_organization').on(t.organizationId, t.at, t.id, t.operation),
    index('changes_organization_entity').on(t.organizationId, t.entity, t.at, t.id, t.operation),
    index('changes_organization_actor').on(t.organizationId, t.actorId, t.at, t.id),
    index('changes_request').on(t.requestId),
    index('changes_batch').on(t.batchId),
  ],
)

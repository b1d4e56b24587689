import { bigint, index, primaryKey, table, text, timestamp, uniqueIndex } from '../dialect/columns'
import { organizations } from './identity'

/** A customer of an organization: one of our users, or somebody only an external client knows by a reference. */
export const customers = table(
  'customers',
  {
    id: bigint().primaryKey(),
    organizationId: text()
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    userId: text(),
    externalReference: text(),
    createdAt: timestamp().notNull(),
  },
  (t) => [
    uniqueIndex('customers_user').on(t.organizationId, t.userId),
    uniqueIndex('customers_reference').on(t.organizationId, t.externalReference),
  ],
)

/** A company that orders are placed for, under the organization's own code: `ACME-KK`. */
export const legalEntities = table(
  'legal_entities',
  {
    organizationId: text()
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    id: text().notNull(),
    name: text().notNull(),
    createdAt: timestamp().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.id] })],
)

export const legalEntityMembers = table(
  'legal_entity_members',
  {
    organizationId: text()
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    legalEntityId: text().notNull(),
    userId: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.legalEntityId, t.userId] }),
    index('legal_entity_members_user').on(t.userId, t.organizationId),
  ],
)

/** Which users may see orders that carry an access label. */
export const restrictionHolders = table(
  'restriction_holders',
  {
    organizationId: text()
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    restriction: text().notNull(),
    userId: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.restriction, t.userId] }),
    index('restriction_holders_user').on(t.userId, t.organizationId),
  ],
)

import { boolean, index, integer, json, primaryKey, table, text, timestamp } from '../dialect/columns'
import { organizations, users } from './identity'

/** A way of looking at one of an organization's lists, kept under a name. */
export const savedViews = table(
  'saved_views',
  {
    id: text().primaryKey(),
    organizationId: text()
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    /** Which list it is a view of: `orders`, `products`, … */
    list: text().notNull(),
    name: text().notNull(),
    /** `personal` (its owner's alone) or `shared` (with everybody in the organization). */
    scope: text().notNull(),
    /** Who made it. */
    ownerId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Opened when the list is; at most one of a person's own views of a list and one of the shared ones. */
    isDefault: boolean().notNull().default(false),
    /** Tabs stand in ascending order of it. */
    position: integer().notNull(),
    /** Filter, search, sort, columns, widths, density, page size. */
    state: json().$type<Record<string, unknown>>().notNull(),
    version: integer().notNull().default(1),
    createdAt: timestamp().notNull(),
    updatedAt: timestamp().notNull(),
  },
  (t) => [index('saved_views_list').on(t.organizationId, t.list, t.position, t.id)],
)

/** How a person last arranged a list that no view was open of. */
export const listPreferences = table(
  'list_preferences',
  {
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    list: text().notNull(),
    state: json().$type<Record<string, unknown>>().notNull(),
    updatedAt: timestamp().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.list] })],
)

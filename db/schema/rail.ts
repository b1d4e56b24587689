import { boolean, index, integer, primaryKey, real, table, text, timestamp } from '../dialect/columns'

export const railCompanies = table('rail_companies', {
  id: text().primaryKey(),
  name: text().notNull(),
  code: text().notNull(),
  createdAt: timestamp().notNull(),
})

export const railAreas = table('rail_areas', {
  id: text().primaryKey(),
  name: text().notNull(),
  code: text().notNull(),
  createdAt: timestamp().notNull(),
})

export const railLines = table(
  'rail_lines',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    code: text().notNull(),
    companyId: text()
      .notNull()
      .references(() => railCompanies.id),
    createdAt: timestamp().notNull(),
  },
  (t) => [index('rail_lines_company').on(t.companyId)],
)

export const railAreaLines = table(
  'rail_area_lines',
  {
    areaId: text()
      .notNull()
      .references(() => railAreas.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    lineId: text()
      .notNull()
      .references(() => railLines.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.areaId, t.position] }), index('rail_area_lines_line').on(t.lineId, t.areaId)],
)

export const railStations = table(
  'rail_stations',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    code: text().notNull(),
    lineId: text()
      .notNull()
      .references(() => railLines.id),
    areaId: text()
      .notNull()
      .references(() => railAreas.id),
    /** Place along the line, from 1. */
    orderNum: integer().notNull(),
    isClosed: boolean(),
    longitude: real().notNull(),
    latitude: real().notNull(),
    createdAt: timestamp().notNull(),
  },
  (t) => [index('rail_stations_line').on(t.lineId, t.orderNum), index('rail_stations_area').on(t.areaId)],
)

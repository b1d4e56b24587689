import { asc, eq, getTableColumns, inArray } from 'drizzle-orm'
import type { Reader } from '@/db'
import { railAreaLines, railAreas, railCompanies, railLines, railStations } from '@/db/schema'
import { railAreaColumns, railCompanyColumns, railLineColumns, railStationColumns } from '@/lib/catalog/columns'
import { notFound } from '@/lib/errors'
import type { ListQuery } from '@/lib/query/list-query'
import { listSource } from '@/lib/query/list-source'
import type { Page } from '@/lib/query/page-walk'
import { runList } from '@/lib/query/run-list'
import { railAreaResource, railCompanyResource, railLineResource, railStationResource } from '@/lib/resources/rail'

export type RailCompany = typeof railCompanies.$inferSelect
export type RailLine = typeof railLines.$inferSelect
export type RailStation = typeof railStations.$inferSelect
export type RailArea = typeof railAreas.$inferSelect & { lineIds: string[] }

const companies = listSource({
  resource: railCompanyResource,
  columns: railCompanyColumns,
  select: getTableColumns(railCompanies),
})
const areas = listSource({ resource: railAreaResource, columns: railAreaColumns, select: getTableColumns(railAreas) })
const lines = listSource({ resource: railLineResource, columns: railLineColumns, select: getTableColumns(railLines) })
const stations = listSource({
  resource: railStationResource,
  columns: railStationColumns,
  select: getTableColumns(railStations),
})

export const findRailCompanies = (db: Reader, query: ListQuery): Promise<Page<RailCompany>> =>
  runList(db, companies, query, {})

export const findRailLines = (db: Reader, query: ListQuery): Promise<Page<RailLine>> => runList(db, lines, query, {})

export const findRailStations = (db: Reader, query: ListQuery): Promise<Page<RailStation>> =>
  runList(db, stations, query, {})

export async function findRailAreas(db: Reader, query: ListQuery): Promise<Page<RailArea>> {
  const page = await runList(db, areas, query, {})
  return { ...page, rows: await withLines(db, page.rows) }
}

async function withLines(db: Reader, rows: readonly (typeof railAreas.$inferSelect)[]): Promise<RailArea[]> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const found = await db
    .select()
    .from(railAreaLines)
    .where(inArray(railAreaLines.areaId, ids))
    .orderBy(asc(railAreaLines.areaId), asc(railAreaLines.position))
  const byArea = Map.groupBy(found, ({ areaId }) => areaId)
  return rows.map((row) => ({ ...row, lineIds: (byArea.get(row.id) ?? []).map(({ lineId }) => lineId) }))
}

/** Those of the ids that exist. */
export const findRailCompaniesById = (db: Reader, ids: readonly string[]): Promise<RailCompany[]> =>
  db
    .select()
    .from(railCompanies)
    .where(inArray(railCompanies.id, [...ids]))

/** Those of the ids that exist. */
export const findRailLinesById = (db: Reader, ids: readonly string[]): Promise<RailLine[]> =>
  db
    .select()
    .from(railLines)
    .where(inArray(railLines.id, [...ids]))

/** Those of the ids that exist. */
export const findRailAreasById = async (db: Reader, ids: readonly string[]): Promise<RailArea[]> =>
  withLines(
    db,
    await db
      .select()
      .from(railAreas)
      .where(inArray(railAreas.id, [...ids])),
  )

/** @throws AppError NotFound */
export async function getRailCompany(db: Reader, id: string): Promise<RailCompany> {
  const [company] = await findRailCompaniesById(db, [id])
  if (!company) throw notFound('RailCompany')
  return company
}

/** @throws AppError NotFound */
export async function getRailLine(db: Reader, id: string): Promise<RailLine> {
  const [line] = await findRailLinesById(db, [id])
  if (!line) throw notFound('RailLine')
  return line
}

/** @throws AppError NotFound */
export async function getRailArea(db: Reader, id: string): Promise<RailArea> {
  const [area] = await findRailAreasById(db, [id])
  if (!area) throw notFound('RailArea')
  return area
}

/** @throws AppError NotFound */
export async function getRailStation(db: Reader, id: string): Promise<RailStation> {
  const [station] = await db.select().from(railStations).where(eq(railStations.id, id))
  if (!station) throw notFound('RailStation')
  return station
}

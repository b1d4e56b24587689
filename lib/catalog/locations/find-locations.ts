import { eq, getTableColumns, inArray } from 'drizzle-orm'
import type { Reader } from '@/db'
import { locations } from '@/db/schema'
import { locationColumns } from '@/lib/catalog/columns'
import { findTreePage, type TreeRow } from '@/lib/catalog/tree/tree-page'
import { notFound } from '@/lib/errors'
import type { ListQuery } from '@/lib/query/list-query'
import { listSource } from '@/lib/query/list-source'
import type { Page } from '@/lib/query/page-walk'
import { runList } from '@/lib/query/run-list'
import { locationResource, locationTreeResource } from '@/lib/resources/location'
import type { Location } from './location'

const source = listSource({ resource: locationResource, columns: locationColumns, select: getTableColumns(locations) })

const treeSource = { ...source, resource: locationTreeResource }

/** All locations (C3). */
export const findLocations = (db: Reader, query: ListQuery): Promise<Page<Location>> => runList(db, source, query, {})

/** One level of the tree, each node with its children (C2). */
export const findLocationTree = (
  db: Reader,
  query: ListQuery,
  parentId: string | undefined,
): Promise<Page<TreeRow<Location>>> => findTreePage<Location>(db, treeSource, query, parentId)

/** @throws AppError NotFound */
export async function getLocation(db: Reader, id: string): Promise<Location> {
  const [location] = await db.select().from(locations).where(eq(locations.id, id))
  if (!location) throw notFound('Location')
  return location
}

/** Those of the ids that exist. */
export const findLocationsById = (db: Reader, ids: readonly string[]): Promise<Location[]> =>
  db
    .select()
    .from(locations)
    .where(inArray(locations.id, [...ids]))

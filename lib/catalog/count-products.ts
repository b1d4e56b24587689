import { sql } from 'drizzle-orm'
import { database, type Reader } from '@/db'
import { categories, locations, products } from '@/db/schema'
import { published } from './publication'
import type { TreeTable } from './tree/parent'
import { whileUnchanged } from './while-unchanged'

/** Published products of one node: assigned to it, and assigned to it or any of its descendants, each counted once. */
export type NodeCounts = { own: number; all: number; children: number }

export type TreeCounts = ReadonlyMap<string, NodeCounts>

const nothing: NodeCounts = { own: 0, all: 0, children: 0 }

export const countsOf = (counts: TreeCounts, id: string): NodeCounts => counts.get(id) ?? nothing

/**
 * Counts of every category. Two flat queries, added up here: a recursive one costs fifteen times as much. They look at
 * every product, so they run beside other requests.
 */
export const countByCategory = (): Promise<TreeCounts> =>
  whileUnchanged('categories', async () => {
    const { patient: db } = await database()
    const rows = await db
      .select({ ids: products.categoryId, count: sql<number>`count(*)`.mapWith(Number) })
      .from(products)
      .where(published())
      .groupBy(products.categoryId)
    return addUp(
      await readParents(db, categories),
      rows.map(({ ids, count }) => ({ ids: ids === null ? [] : [ids], count })),
    )
  })

/** Counts of every location. Products with the same locations are counted by the store, as one group. */
export const countByLocation = (): Promise<TreeCounts> =>
  whileUnchanged('locations', async () => {
    const { patient: db } = await database()
    const list = sql<string>`cast(${products.locationIds} as text)`
    const rows = await db
      .select({ ids: list, count: sql<number>`count(*)`.mapWith(Number) })
      .from(products)
      .where(published())
      .groupBy(list)
    return addUp(
      await readParents(db, locations),
      rows.map(({ ids, count }) => ({ ids: JSON.parse(ids) as string[], count })),
    )
  })

type Parents = Map<string, { parent: string | null; isListed: boolean }>

async function readParents(db: Reader, table: TreeTable): Promise<Parents> {
  const rows = await db.select({ id: table.id, parent: table.parentId, ...statusOf(table) }).from(table)
  return new Map(rows.map(({ id, parent, status }) => [id, { parent, isListed: (status ?? 'ACTIVE') === 'ACTIVE' }]))
}

const statusOf = (table: TreeTable): { status?: typeof categories.status } =>
  'status' in table ? { status: table.status } : {}

/** Adds groups of products, each assigned to some nodes, to these nodes and everything above them. */
function addUp(parents: Parents, groups: { ids: string[]; count: number }[]): TreeCounts {
  const counts = new Map([...parents.keys()].map((id) => [id, { ...nothing }]))
  for (const { parent, isListed } of parents.values()) {
    if (parent !== null && isListed) counts.get(parent)!.children++
  }
  for (const { ids, count } of groups) {
    const reached = new Set<string>()
    for (const id of ids) {
      const node = counts.get(id)
      if (node) node.own += count
      for (let at: string | null | undefined = id; at && !reached.has(at); at = parents.get(at)?.parent) reached.add(at)
    }
    for (const id of reached) {
      const node = counts.get(id)
      if (node) node.all += count
    }
  }
  return counts
}

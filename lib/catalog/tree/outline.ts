import { database } from '@/db'
import { categories, locations } from '@/db/schema'
import { countByCategory, countByLocation, countsOf } from '@/lib/catalog/count-products'
import { whileUnchanged } from '@/lib/catalog/while-unchanged'
import { fold } from '@/lib/fold'

export type TreeKind = 'categories' | 'locations'

/** A node as the screens of a tree need it. */
export type OutlineNode = {
  id: string
  parentId: string | null
  name: string
  version: number
  sequence: number
  rank: string
  /** Always true where nodes cannot be archived. */
  isActive: boolean
  /** Locations only; empty in the other tree. */
  code: string
  type: string
  /** Published products here or below, and here alone. */
  all: number
  own: number
  folded: string
}

/** A whole tree in memory: its nodes, and below each of them (null: the roots) the children in their order. */
export type Outline = { nodes: ReadonlyMap<string, OutlineNode>; children: ReadonlyMap<string | null, OutlineNode[]> }

type Row = Omit<OutlineNode, 'all' | 'own' | 'folded'>

const common = (table: typeof categories | typeof locations) => ({
  id: table.id,
  parentId: table.parentId,
  name: table.name,
  version: table.version,
  rank: table.rank,
})

async function readRows(kind: TreeKind): Promise<Row[]> {
  const { patient: db } = await database()
  if (kind === 'locations') {
    const rows = await db.select({ ...common(locations), code: locations.code, type: locations.type }).from(locations)
    return rows.map((row) => ({ ...row, sequence: 0, isActive: true }))
  }
  const rows = await db
    .select({ ...common(categories), sequence: categories.sequence, status: categories.status })
    .from(categories)
  return rows.map(({ status, ...row }) => ({ ...row, isActive: status === 'ACTIVE', code: '', type: '' }))
}

const inOrder = (a: Row, b: Row) =>
  a.sequence - b.sequence || (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : 1)

/** The outline of a tree, read anew only after the catalog changed. */
export const readOutline = (kind: TreeKind): Promise<Outline> =>
  whileUnchanged(`outline ${kind}`, async () => {
    const counts = await (kind === 'categories' ? countByCategory() : countByLocation())
    const rows = (await readRows(kind)).sort(inOrder)
    const nodes = rows.map((row) => {
      const { all, own } = countsOf(counts, row.id)
      return { ...row, all, own, folded: fold(`${row.name}\n${row.code}`) }
    })
    return {
      nodes: new Map(nodes.map((node) => [node.id, node])),
      children: Map.groupBy(nodes, ({ parentId }) => parentId),
    }
  })

/** What stands below a node, archived nodes only when asked for. */
export function childrenIn(outline: Outline, parentId: string | null, withArchived: boolean): readonly OutlineNode[] {
  const all = outline.children.get(parentId) ?? []
  return withArchived ? all : all.filter(({ isActive }) => isActive)
}

/** The nodes above one, the root first. */
export function ancestorsIn(outline: Outline, id: string): OutlineNode[] {
  const path: OutlineNode[] = []
  for (let at = outline.nodes.get(id)?.parentId; at; at = outline.nodes.get(at)?.parentId) {
    const node = outline.nodes.get(at)
    if (!node || path.includes(node)) break
    path.unshift(node)
  }
  return path
}

/** The nodes whose name or code holds the words, in the order of the tree; archived ones, and what is below, if asked. */
export function searchIn(outline: Outline, words: string, withArchived: boolean): OutlineNode[] {
  const wanted = fold(words.trim())
  const found: OutlineNode[] = []
  const open = [...childrenIn(outline, null, withArchived)].reverse()
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.folded.includes(wanted)) found.push(node)
    open.push(...[...childrenIn(outline, node.id, withArchived)].reverse())
  }
  return found
}

/** How many nodes are below one, on all levels. */
export function countBelow(outline: Outline, id: string): number {
  let count = 0
  const open = [id]
  for (let at = open.pop(); at; at = open.pop()) {
    for (const child of outline.children.get(at) ?? []) {
      count++
      open.push(child.id)
    }
  }
  return count
}

import { and, asc, desc, eq, gt, isNull, lt, ne, type SQL } from 'drizzle-orm'
import type { Tx } from '@/db'
import type { AnyColumn } from '@/db/dialect/columns'
import { badArgument, type ErrorDetail } from '@/lib/errors'
import type { TreeTable } from './parent'
import { requireNoCycle } from './parent'
import { longestRank, rankBetween } from './rank'

/**
 * Where a node is to go: below a parent (absent: where it is), before or after a sibling (neither: last), or to the very
 * `place` it had once.
 */
export type Move = { parentId?: string | null; before?: string; after?: string; place?: string }

/** Where a node stands. `sequence` is 0 in trees without one. */
export type Place = { parentId: string | null; sequence: number; rank: string }

type Node = Place & { id: string }

/** A node's place among siblings as one text, with which a move is taken back exactly. */
export const writePlace = ({ sequence, rank }: Pick<Place, 'sequence' | 'rank'>) => `${sequence}:${rank}`

export const placePattern = /^-?[0-9.e+-]{1,32}:[0-9a-f]{1,400}$/

function readPlace(text: string): Pick<Place, 'sequence' | 'rank'> {
  const [sequence = '', rank = ''] = text.split(':')
  if (!placePattern.test(text) || !Number.isFinite(Number(sequence))) {
    throw refuse('InvalidFormat', 'place', 'This is not the `place` of an earlier answer.')
  }
  return { sequence: Number(sequence), rank }
}

const refuse = (code: ErrorDetail['code'], target: string, message: string) =>
  badArgument('RequestBody', message, [{ code, target, message }])

const sequenceOf = (table: TreeTable): AnyColumn | undefined => ('sequence' in table ? table.sequence : undefined)

const below = (table: TreeTable, parentId: string | null): SQL =>
  parentId === null ? isNull(table.parentId) : eq(table.parentId, parentId)

async function findNode(tx: Tx, table: TreeTable, id: string): Promise<Node | undefined> {
  const [node] = await tx.select(columnsOf(table)).from(table).where(eq(table.id, id))
  return node && asNode(node)
}

const columnsOf = (table: TreeTable) => ({
  id: table.id,
  parentId: table.parentId,
  rank: table.rank,
  sequence: (sequenceOf(table) ?? table.id) as AnyColumn,
})

const asNode = (row: { id: string; parentId: string | null; rank: string; sequence: unknown }): Node => ({
  ...row,
  sequence: typeof row.sequence === 'number' ? row.sequence : 0,
})

/**
 * Works out the place a move leads to, or undefined when the node is there already (decision 44). Only when there is no
 * room left between two siblings are the ranks of all of them written anew.
 * @throws AppError BadArgument for an unknown parent or neighbour, a neighbour elsewhere, or a cycle
 */
export async function findPlace(tx: Tx, table: TreeTable, node: Node, move: Move): Promise<Place | undefined> {
  const { before, after, place } = move
  if (place !== undefined) return exactly(tx, table, node, move.parentId ?? null, readPlace(place))
  if (before !== undefined && after !== undefined) {
    throw refuse('NotAllowed', 'after', 'Give `before` or `after`, not both.')
  }
  const neighbourId = before ?? after
  const target = before === undefined ? 'after' : 'before'
  if (neighbourId === node.id) throw refuse('NotAllowed', target, 'A node cannot stand beside itself.')
  const neighbour = neighbourId === undefined ? undefined : await findNode(tx, table, neighbourId)
  if (neighbourId !== undefined && !neighbour) {
    throw refuse('UnknownReference', target, `There is no node with the id ${neighbourId}.`)
  }
  const parentId = move.parentId === undefined ? (neighbour ?? node).parentId : move.parentId
  if (parentId !== node.parentId) await requireNoCycle(tx, table, node.id, parentId)
  if (neighbour && neighbour.parentId !== parentId) {
    throw refuse('NotAllowed', target, `The node ${neighbour.id} stands below another parent.`)
  }
  return neighbour
    ? beside(tx, table, node, parentId, neighbour, before === undefined)
    : atEnd(tx, table, node, parentId)
}

async function exactly(
  tx: Tx,
  table: TreeTable,
  node: Node,
  parentId: string | null,
  { sequence, rank }: Pick<Place, 'sequence' | 'rank'>,
): Promise<Place | undefined> {
  if (parentId !== node.parentId) await requireNoCycle(tx, table, node.id, parentId)
  const isThere = node.parentId === parentId && node.sequence === sequence && node.rank === rank
  return isThere ? undefined : { parentId, sequence, rank }
}

/** The siblings of a place that share its `sequence`, without the node that moves. */
const siblings = (table: TreeTable, node: Node, parentId: string | null, sequence: number): SQL[] => {
  const column = sequenceOf(table)
  return [below(table, parentId), ne(table.id, node.id), ...(column ? [eq(column, sequence)] : [])]
}

async function beside(
  tx: Tx,
  table: TreeTable,
  node: Node,
  parentId: string | null,
  neighbour: Node,
  isAfter: boolean,
): Promise<Place | undefined> {
  const { sequence } = neighbour
  const [next] = await tx
    .select({ rank: table.rank })
    .from(table)
    .where(
      and(
        ...siblings(table, node, parentId, sequence),
        isAfter ? gt(table.rank, neighbour.rank) : lt(table.rank, neighbour.rank),
      ),
    )
    .orderBy(isAfter ? asc(table.rank) : desc(table.rank))
    .limit(1)
  const [low, high] = isAfter ? [neighbour.rank, next?.rank ?? null] : [next?.rank ?? null, neighbour.rank]
  const isThere =
    node.parentId === parentId &&
    node.sequence === sequence &&
    (low === null || node.rank > low) &&
    (high === null || node.rank < high)
  if (isThere) return undefined
  const rank = rankBetween(low, high)
  if (rank !== undefined && rank.length <= longestRank) return { parentId, sequence, rank }
  return { parentId, sequence, rank: await spread(tx, table, node, parentId, neighbour, isAfter) }
}

async function atEnd(tx: Tx, table: TreeTable, node: Node, parentId: string | null): Promise<Place | undefined> {
  const column = sequenceOf(table)
  const [last] = await tx
    .select(columnsOf(table))
    .from(table)
    .where(and(below(table, parentId), ne(table.id, node.id)))
    .orderBy(...(column ? [desc(column)] : []), desc(table.rank))
    .limit(1)
  if (!last) return node.parentId === parentId ? undefined : { parentId, sequence: node.sequence, rank: node.rank }
  return beside(tx, table, node, parentId, asNode(last), true)
}

/** Gives all siblings of a place ranks with room between them, and says which is left for the node. */
async function spread(
  tx: Tx,
  table: TreeTable,
  node: Node,
  parentId: string | null,
  neighbour: Node,
  isAfter: boolean,
): Promise<string> {
  const rows = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(...siblings(table, node, parentId, neighbour.sequence)))
    .orderBy(asc(table.rank), asc(table.id))
  const ids = rows.map(({ id }) => id)
  ids.splice(ids.indexOf(neighbour.id) + (isAfter ? 1 : 0), 0, node.id)
  const step = Math.floor(0x100000000 / (ids.length + 1))
  let own = ''
  for (const [i, id] of ids.entries()) {
    const rank = ((i + 1) * step).toString(16).padStart(8, '0')
    if (id === node.id) own = rank
    else await tx.update(table).set({ rank }).where(eq(table.id, id))
  }
  return own
}

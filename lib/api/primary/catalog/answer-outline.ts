import type { Tx } from '@/db'
import type { Actor } from '@/lib/auth/actor'
import { getCategory } from '@/lib/catalog/categories/find-categories'
import { moveCategory } from '@/lib/catalog/categories/update-category'
import { getLocation } from '@/lib/catalog/locations/find-locations'
import { moveLocation } from '@/lib/catalog/locations/update-location'
import type { Impact } from '@/lib/catalog/tree/find-impact'
import {
  ancestorsIn,
  childrenIn,
  type Outline,
  type OutlineNode,
  readOutline,
  searchIn,
  type TreeKind,
} from '@/lib/catalog/tree/outline'
import { type Move, writePlace } from '@/lib/catalog/tree/place'
import { newId } from '@/lib/ids'
import type { OutlineNodeJson } from './outline-schemas'

/** How nodes of one outline are written, archived ones counted or not. */
function writer(outline: Outline, withArchived: boolean) {
  const positions = new Map<string | null, Map<string, number>>()
  const places = (parentId: string | null, all: boolean) => {
    const key = all ? `${parentId} all` : parentId
    const known = positions.get(key)
    if (known) return known
    const made = new Map(childrenIn(outline, parentId, all).map(({ id }, place) => [id, place]))
    positions.set(key, made)
    return made
  }
  return (node: OutlineNode): OutlineNodeJson => {
    const siblings = places(node.parentId, withArchived || !node.isActive)
    return {
      id: node.id,
      parent: node.parentId,
      name: node.name,
      code: node.code,
      type: node.type,
      isArchived: !node.isActive,
      version: node.version,
      position: siblings.get(node.id) ?? 0,
      numberOfSiblings: Math.max(1, siblings.size),
      numberOfProducts: node.all,
      numberOfOwnProducts: node.own,
      numberOfChildren: childrenIn(outline, node.id, withArchived).length,
    }
  }
}

type LevelsQuery = { parentIds: (string | null)[]; from?: number; limit?: number; archived?: boolean }

/** A page of what is below each of the parents. */
export async function answerLevels(kind: TreeKind, query: LevelsQuery) {
  const { parentIds, from = 0, limit = 50, archived = false } = query
  const outline = await readOutline(kind)
  const write = writer(outline, archived)
  const value = [...new Set(parentIds)].map((parent) => {
    const all = childrenIn(outline, parent, archived)
    return { parent, total: all.length, nodes: all.slice(from, from + limit).map(write) }
  })
  return { value }
}

type FindQuery = { ids?: string[]; words?: string; limit?: number; archived?: boolean }

/** Nodes by id or by words, with everything above them. */
export async function answerFound(kind: TreeKind, { ids, words, limit = 100, archived = false }: FindQuery) {
  const outline = await readOutline(kind)
  const write = writer(outline, archived)
  const found = ids ? ids.flatMap((id) => outline.nodes.get(id) ?? []) : words ? searchIn(outline, words, archived) : []
  const value = ids ? found : found.slice(0, limit)
  const ancestors = new Map(value.flatMap(({ id }) => ancestorsIn(outline, id)).map((node) => [node.id, node]))
  return { total: found.length, value: value.map(write), ancestors: [...ancestors.values()].map(write) }
}

type OneMove = Move & { id: string; version?: number }

/** Makes the moves one after the other and says where each node was before. */
export async function answerMoves(tx: Tx, actor: Actor, kind: TreeKind, moves: readonly OneMove[]) {
  const batchId = moves.length > 1 ? newId() : null
  const answer: {
    id: string
    parent: string | null
    version: number
    was: { parentId: string | null; place: string }
  }[] = []
  for (const { id, version, ...move } of moves) {
    const expected = version === undefined ? undefined : [version]
    const before = kind === 'categories' ? await getCategory(tx, id) : { ...(await getLocation(tx, id)), sequence: 0 }
    const after = await (kind === 'categories' ? moveCategory : moveLocation)(tx, actor, id, move, expected, batchId)
    answer.push({
      id,
      parent: after.parentId,
      version: after.version,
      was: { parentId: before.parentId, place: writePlace(before) },
    })
  }
  return answer
}

export const toImpact = ({ products, ownProducts, children, descendants, attributes }: Impact) => ({
  numberOfProducts: products,
  numberOfOwnProducts: ownProducts,
  numberOfChildren: children,
  numberOfDescendants: descendants,
  numberOfAttributes: attributes,
})

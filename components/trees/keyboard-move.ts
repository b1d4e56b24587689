import type { TreeMove } from '@/lib/client/trees'
import { levelKey, type Target, type TreeState } from './tree-state'

/** Where Alt and an arrow take a node: up and down among its siblings, in below the one above, out beside its parent. */
export type Direction = 'up' | 'down' | 'in' | 'out'

/**
 * The place a keyboard move leads to; undefined where there is none in that direction. `last` says that the place is
 * behind nodes that may not have been loaded: the level must be read to its end first.
 */
export function keyTarget(state: TreeState, id: string, direction: Direction): (Target & { last?: true }) | undefined {
  const node = state.nodes.get(id)
  const level = node && state.levels.get(levelKey(node.parent))
  if (!node || !level) return undefined
  const at = level.ids.indexOf(id)
  if (direction === 'up') return at > 0 ? { parent: node.parent, index: at - 1 } : undefined
  if (direction === 'down') return at + 1 < level.total ? { parent: node.parent, index: at + 1 } : undefined
  if (direction === 'in') {
    const above = state.nodes.get(level.ids[at - 1] ?? '')
    return above && { parent: above.id, index: above.numberOfChildren, last: true }
  }
  const parent = node.parent === null ? undefined : state.nodes.get(node.parent)
  if (!parent) return undefined
  const beside = state.levels.get(levelKey(parent.parent))
  return { parent: parent.parent, index: (beside?.ids.indexOf(parent.id) ?? -1) + 1 }
}

/**
 * The API's words for putting nodes, one behind the other, at a place: behind the sibling that will stand above them,
 * else in front of the one below, else last.
 */
export function toMoves(state: TreeState, ids: readonly string[], { parent, index }: Target): TreeMove[] {
  const moving = new Set(ids)
  const rest = (state.levels.get(levelKey(parent))?.ids ?? []).filter((id) => !moving.has(id))
  const after = rest[index - 1]
  const before = rest[index]
  return ids.map((id, i) => {
    const previous = i > 0 ? ids[i - 1] : after
    if (previous) return { id, parentId: parent, after: previous }
    return before ? { id, parentId: parent, before } : { id, parentId: parent }
  })
}

import { maxLevels } from '@/lib/resources/max-levels'
import { ancestorsOf, levelKey, type Target, type TreeRow, type TreeState } from './tree-state'

/** Why nodes cannot go where the pointer is. */
export type DropProblem = 'cycle' | 'archived' | 'deep'

export type Drop = Target & {
  /** Between which rows the line is drawn: in front of the row of this index. */
  gap: number
  depth: number
  problem?: DropProblem
  /** The nodes already stand there. */
  same?: true
  /** Into a closed node, as its last child. */
  inside?: true
}

type Drag = {
  rows: readonly TreeRow[]
  state: TreeState
  /** The nodes in the hand; none of them below another. */
  ids: readonly string[]
  /** In front of which row the pointer is, 0 to the number of rows. */
  gap: number
  /** The depth the pointer asks for, from its way sideways. */
  depth: number
}

const depthOfRow = (row: TreeRow | undefined) => row?.depth ?? 0

/** How many levels the nodes and what is known below them take. */
function heightOf(state: TreeState, ids: readonly string[]): number {
  let height = 0
  for (let level = [...ids]; level.length > 0; height++) {
    level = level.flatMap((id) => state.levels.get(id)?.ids ?? [])
  }
  return height
}

/**
 * Where nodes would land: the height of the pointer says between which rows, its way sideways how deep, within what the
 * rows above and below allow.
 */
export function projectDrop({ rows, state, ids, gap, depth }: Drag): Drop {
  const dragged = new Set(ids)
  const idOf = (row: TreeRow) => (row.kind === 'node' ? row.node.id : row.parent)
  const isInHand = (row: TreeRow | undefined): boolean => {
    const id = row && idOf(row)
    if (!row || id === null || id === undefined) return false
    return dragged.has(id) || ancestorsOf(state.nodes, id).some((above) => dragged.has(above))
  }

  const touched = rows[gap - 1]
  if (touched && isInHand(touched)) {
    const hand = rows.findLast((row, at) => at < gap && row.kind === 'node' && dragged.has(row.node.id))
    if (isInHand(rows[gap]) && !dragged.has(rows[gap]?.key ?? '')) {
      return { gap, depth: depthOfRow(rows[gap]), parent: idOf(touched), index: 0, problem: 'cycle' }
    }
    if (hand && depth > hand.depth) {
      return { gap, depth: hand.depth + 1, parent: idOf(hand), index: 0, problem: 'cycle' }
    }
  }

  const aboveAt = rows.findLastIndex((row, at) => at < gap && !isInHand(row))
  const above = rows[aboveAt]
  const below = rows.find((row, at) => at >= gap && !isInHand(row))
  const most = above ? above.depth + (above.kind === 'node' ? 1 : 0) : 0
  const least = Math.min(depthOfRow(below), most)
  const at = Math.max(least, Math.min(most, depth))

  let parent: string | null = null
  let sibling: string | undefined
  if (above?.kind === 'node' && at === above.depth + 1) parent = above.node.id
  else {
    for (let i = aboveAt; i >= 0; i--) {
      const row = rows[i]!
      if (isInHand(row) || row.depth > at) continue
      if (row.depth < at) {
        parent = idOf(row)
        break
      }
      if (row.kind === 'more') continue
      sibling = row.node.id
      parent = row.node.parent
      break
    }
  }

  const level = state.levels.get(levelKey(parent))
  const rest = (level?.ids ?? []).filter((id) => !dragged.has(id))
  const isClosed = above?.kind === 'node' && above.node.id === parent && above.isOpen === false
  const children = parent === null ? 0 : (state.nodes.get(parent)?.numberOfChildren ?? 0)
  const index = isClosed ? (level ? rest.length : children) : sibling ? rest.indexOf(sibling) + 1 : 0
  const drop: Drop = { gap, depth: at, parent, index, ...(isClosed ? { inside: true } : {}) }

  const problem = problemOf(state, ids, parent)
  if (problem) return { ...drop, problem }
  const isSame =
    ids.length === 1 && state.nodes.get(ids[0]!)?.parent === parent && level?.ids.indexOf(ids[0]!) === index
  return isSame ? { ...drop, same: true } : drop
}

/** Why nodes may not stand below a parent; undefined when they may. */
export function problemOf(state: TreeState, ids: readonly string[], parent: string | null): DropProblem | undefined {
  if (parent === null) return undefined
  const path = [parent, ...ancestorsOf(state.nodes, parent)]
  if (path.some((id) => ids.includes(id))) return 'cycle'
  const stays = ids.every((id) => state.nodes.get(id)?.isArchived || state.nodes.get(id)?.parent === parent)
  if (!stays && path.some((id) => state.nodes.get(id)?.isArchived)) return 'archived'
  if (path.length + heightOf(state, ids) > maxLevels) return 'deep'
  return undefined
}

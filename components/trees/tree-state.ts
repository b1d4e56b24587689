import type { FoundNodes, LevelAnswer, TreeNode } from '@/lib/client/trees'

/** The key of the level of the roots. */
export const root = 'root'

export const levelKey = (parent: string | null) => parent ?? root

/** What is known of one level: the nodes that have come so far, of how many. */
export type Level = { ids: readonly string[]; total: number }

export type TreeState = {
  nodes: ReadonlyMap<string, TreeNode>
  levels: ReadonlyMap<string, Level>
  expanded: ReadonlySet<string>
  /** Levels that are being asked for. */
  loading: ReadonlySet<string>
}

export const emptyTree: TreeState = { nodes: new Map(), levels: new Map(), expanded: new Set(), loading: new Set() }

export type NodeRow = {
  kind: 'node'
  key: string
  node: TreeNode
  /** 0 for roots. */
  depth: number
  /** Undefined where there is nothing to open. */
  isOpen: boolean | undefined
  /** From 1, as screen readers say it. */
  position: number
  size: number
  isLoading: boolean
  /** While searching: whether it is what was looked for, or only stands above it. */
  isMatch?: boolean
}

export type MoreRow = {
  kind: 'more'
  key: string
  parent: string | null
  depth: number
  left: number
  isLoading: boolean
}

/** One line of the tree as it stands on screen. */
export type TreeRow = NodeRow | MoreRow

/** The open part of a tree as lines from top to bottom. */
export function flatten({ nodes, levels, expanded, loading }: TreeState): TreeRow[] {
  const rows: TreeRow[] = []
  const walk = (parent: string | null, depth: number) => {
    const key = levelKey(parent)
    const level = levels.get(key)
    if (!level) return
    level.ids.forEach((id, at) => {
      const node = nodes.get(id)
      if (!node) return
      const isOpen = node.numberOfChildren > 0 ? expanded.has(id) : undefined
      const isLoading = isOpen === true && !levels.has(id) && loading.has(id)
      rows.push({ kind: 'node', key: id, node, depth, isOpen, position: at + 1, size: level.total, isLoading })
      if (isOpen) walk(id, depth + 1)
    })
    const left = level.total - level.ids.length
    if (left > 0) rows.push({ kind: 'more', key: `more ${key}`, parent, depth, left, isLoading: loading.has(key) })
  }
  walk(null, 0)
  return rows
}

/** What was found as lines: each match below everything above it, in the order of the tree. */
export function foundRows({ value, ancestors }: FoundNodes): NodeRow[] {
  const known = new Map([...ancestors, ...value].map((node) => [node.id, node]))
  const matches = new Set(value.map(({ id }) => id))
  const parents = new Set([...known.values()].map(({ parent }) => parent))
  const depths = new Map<string, number>()
  const rows: NodeRow[] = []
  const add = (node: TreeNode): number => {
    const seen = depths.get(node.id)
    if (seen !== undefined) return seen
    const above = node.parent === null ? undefined : known.get(node.parent)
    const depth = above ? add(above) + 1 : 0
    depths.set(node.id, depth)
    rows.push({
      kind: 'node',
      key: node.id,
      node,
      depth,
      isOpen: parents.has(node.id) ? true : undefined,
      position: node.position + 1,
      size: node.numberOfSiblings,
      isLoading: false,
      isMatch: matches.has(node.id),
    })
    return depth
  }
  for (const node of value) add(node)
  return rows
}

/** The tree with levels that came from the server; `from` is how many nodes of each were left out. */
export function withLevels(state: TreeState, answers: readonly LevelAnswer[], from = 0): TreeState {
  const nodes = new Map(state.nodes)
  const levels = new Map(state.levels)
  const loading = new Set(state.loading)
  for (const { parent, total, nodes: got } of answers) {
    const key = levelKey(parent)
    for (const node of got) nodes.set(node.id, node)
    const before = from > 0 ? (levels.get(key)?.ids ?? []).slice(0, from) : []
    const ids = [...new Set([...before, ...got.map(({ id }) => id)])]
    levels.set(key, { ids, total })
    loading.delete(key)
    const above = parent === null ? undefined : nodes.get(parent)
    if (above && above.numberOfChildren !== total) nodes.set(above.id, { ...above, numberOfChildren: total })
  }
  return { ...state, nodes, levels, loading }
}

/** The nodes above one, the nearest first, as far as they are known. */
export function ancestorsOf(nodes: ReadonlyMap<string, TreeNode>, id: string): string[] {
  const path: string[] = []
  for (let at = nodes.get(id)?.parent; at && !path.includes(at); at = nodes.get(at)?.parent) path.push(at)
  return path
}

/** Of some nodes those that are not below another of them, in the order of the lines. */
export function topmost(nodes: ReadonlyMap<string, TreeNode>, ids: readonly string[]): string[] {
  const chosen = new Set(ids)
  return ids.filter((id) => !ancestorsOf(nodes, id).some((above) => chosen.has(above)))
}

/** Where nodes go: below a parent, in front of its child at `index` once they themselves are taken out. */
export type Target = { parent: string | null; index: number }

/** The tree after a move, before the server has said so. The nodes must be known; unknown levels stay unknown. */
export function withMove(state: TreeState, ids: readonly string[], { parent, index }: Target): TreeState {
  const nodes = new Map(state.nodes)
  const levels = new Map(state.levels)
  const moving = new Set(ids)
  const change = (key: string, to: Level) => {
    levels.set(key, to)
    const above = nodes.get(key)
    if (above) nodes.set(key, { ...above, numberOfChildren: to.total })
  }
  const countBelow = (id: string | null, delta: number) => {
    for (let at = id; at !== null; at = nodes.get(at)?.parent ?? null) {
      const node = nodes.get(at)
      if (!node) return
      nodes.set(at, { ...node, numberOfProducts: Math.max(0, node.numberOfProducts + delta) })
    }
  }
  for (const id of ids) {
    const node = nodes.get(id)
    if (!node) continue
    const from = levels.get(levelKey(node.parent))
    if (from) {
      change(levelKey(node.parent), { ids: from.ids.filter((each) => each !== id), total: from.total - 1 })
    }
    countBelow(node.parent, -node.numberOfProducts)
    nodes.set(id, { ...node, parent })
    countBelow(parent, node.numberOfProducts)
  }
  const to = levels.get(levelKey(parent))
  if (to) {
    const rest = to.ids.filter((id) => !moving.has(id))
    change(levelKey(parent), { ids: rest.toSpliced(index, 0, ...ids), total: to.total + ids.length })
  } else if (parent !== null) {
    const above = nodes.get(parent)
    if (above) nodes.set(parent, { ...above, numberOfChildren: above.numberOfChildren + ids.length })
  }
  return { ...state, nodes, levels }
}

import { createListeners } from '@/lib/client/listeners'
import {
  type FoundNodes,
  type LevelAnswer,
  levelSize,
  mostOfLevel,
  type TreeKind,
  type TreeNode,
} from '@/lib/client/trees'
import { ancestorsOf, emptyTree, levelKey, root, type TreeState, withLevels } from './tree-state'

/** How the store asks the server; each may throw an ApiError. */
export type TreeReader = {
  levels: (parents: readonly (string | null)[], from: number, limit: number) => Promise<LevelAnswer[]>
  nodes: (ids: readonly string[]) => Promise<FoundNodes>
}

const parentOf = (key: string) => (key === root ? null : key)

/**
 * One tree as this screen knows it: loads levels as they are opened, keeps what is open. Reading it never waits;
 * `subscribe` says when it changed.
 */
export function createTreeStore(kind: TreeKind, reader: TreeReader, expanded: Iterable<string> = []) {
  let state: TreeState = { ...emptyTree, expanded: new Set(expanded) }
  const { subscribe, tell } = createListeners()
  // An answer about a level is dropped when the level was asked for again, or changed by hand, since.
  const asked = new Map<string, number>()
  let turn = 0

  const set = (next: TreeState) => {
    state = next
    tell()
  }
  const claim = (keys: readonly string[]) => {
    const mine = ++turn
    for (const key of keys) asked.set(key, mine)
    return (key: string) => asked.get(key) === mine
  }

  async function load(keys: readonly string[], from: number, limit: number) {
    if (keys.length === 0) return
    const isMine = claim(keys)
    set({ ...state, loading: new Set([...state.loading, ...keys]) })
    try {
      const answers = await reader.levels(keys.map(parentOf), from, limit)
      set(
        withLevels(
          state,
          answers.filter(({ parent }) => isMine(levelKey(parent))),
          from,
        ),
      )
    } catch (error) {
      set({ ...state, loading: new Set([...state.loading].filter((key) => !(keys.includes(key) && isMine(key)))) })
      throw error
    }
  }

  const store = {
    kind,
    get: () => state,
    subscribe,
    /** Replaces what is known; answers that are still under way about these levels are dropped. */
    apply: (change: (state: TreeState) => TreeState, levels: readonly string[] = []) => {
      claim(levels)
      const next = change(state)
      set({ ...next, loading: new Set([...next.loading].filter((key) => !levels.includes(key))) })
    },
    /** Loads the levels that are open, one depth after the other, so that what was open before is open again. */
    start: async () => {
      for (let keys = [root]; keys.length > 0; ) {
        await load(keys, 0, levelSize)
        keys = keys
          .flatMap((key) => state.levels.get(key)?.ids ?? [])
          .filter((id) => state.expanded.has(id) && (state.nodes.get(id)?.numberOfChildren ?? 0) > 0)
      }
    },
    open: async (ids: readonly string[]) => {
      set({ ...state, expanded: new Set([...state.expanded, ...ids]) })
      const missing = ids.filter((id) => !state.levels.has(id) && !state.loading.has(id))
      try {
        await load(missing, 0, levelSize)
      } catch (error) {
        store.close(missing)
        throw error
      }
    },
    close: (ids: readonly string[]) => {
      const closed = new Set(ids)
      set({ ...state, expanded: new Set([...state.expanded].filter((id) => !closed.has(id))) })
    },
    closeAll: () => set({ ...state, expanded: new Set() }),
    /** Opens everything, level by level; `enough` is where it stops asking for more. */
    openAll: async (enough: number) => {
      for (;;) {
        const closed = [...state.nodes.values()].filter(
          ({ id, numberOfChildren }) => numberOfChildren > 0 && !(state.expanded.has(id) && state.levels.has(id)),
        )
        const below = closed.filter(({ parent }) => state.levels.has(levelKey(parent))).map(({ id }) => id)
        if (below.length === 0 || state.nodes.size >= enough) return
        await load(
          below.filter((id) => !state.levels.has(id)),
          0,
          levelSize,
        )
        set({ ...state, expanded: new Set([...state.expanded, ...below]) })
      }
    },
    more: async (parent: string | null) => {
      const key = levelKey(parent)
      await load([key], state.levels.get(key)?.ids.length ?? 0, levelSize)
    },
    /** Loads a level until the node at `index` has come. */
    reach: async (parent: string | null, index: number) => {
      const key = levelKey(parent)
      if (!state.levels.has(key)) await load([key], 0, Math.min(mostOfLevel, Math.max(levelSize, index + 1)))
      for (;;) {
        const level = state.levels.get(key)
        if (!level || level.ids.length > index || level.ids.length >= level.total) return
        const from = level.ids.length
        await load([key], from, Math.min(mostOfLevel, Math.max(levelSize, index + 1 - from)))
        if (state.levels.get(key)?.ids.length === from) return
      }
    },
    /** Opens everything above a node so that it is on screen; answers whether it exists. */
    reveal: async (id: string): Promise<boolean> => {
      const { value, ancestors } = await reader.nodes([id])
      const node = value[0]
      if (!node) return false
      for (const each of [...ancestors, node]) {
        await store.reach(each.parent, each.position)
        if (each.id !== id) await store.open([each.id])
      }
      return state.nodes.has(id)
    },
    /** Reads the levels again, as far as they were loaded. */
    refresh: async (parents: readonly (string | null)[]) => {
      const keys = [...new Set(parents.map(levelKey))].filter((key) => state.levels.has(key))
      const bySize = Map.groupBy(keys, (key) => Math.max(levelSize, state.levels.get(key)?.ids.length ?? 0))
      for (const [size, group] of bySize) {
        await load(group, 0, Math.min(mostOfLevel, size))
        for (const key of group) if (size > mostOfLevel) await store.reach(parentOf(key), size - 1)
      }
    },
    refreshAll: () => store.refresh([...state.levels.keys()].map(parentOf)),
    /** Reads the counts of nodes and of everything above them again. */
    recount: async (ids: readonly string[]) => {
      const wanted = [...new Set(ids.flatMap((id) => [id, ...ancestorsOf(state.nodes, id)]))]
      const found: TreeNode[] = []
      for (let at = 0; at < wanted.length; at += 200) {
        const { value, ancestors } = await reader.nodes(wanted.slice(at, at + 200))
        found.push(...value, ...ancestors)
      }
      const nodes = new Map(state.nodes)
      for (const node of found) if (nodes.has(node.id)) nodes.set(node.id, node)
      set({ ...state, nodes })
    },
  }
  return store
}

export type TreeStore = ReturnType<typeof createTreeStore>

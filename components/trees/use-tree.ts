'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import { type LevelAnswer, readLevels, readNodes, type TreeKind, treeKey } from '@/lib/client/trees'
import { withLevels } from './tree-state'
import { createTreeStore, type TreeReader, type TreeStore } from './tree-store'

/** A tree of this screen's own; another one when `archived` changes, open where the earlier one was. */
export function useTree(kind: TreeKind, archived: boolean, initial?: LevelAnswer[]): TreeStore {
  const queryClient = useQueryClient()
  const [kept, setKept] = useState<{ archived: boolean; store: TreeStore }>()
  if (kept && kept.archived === archived && kept.store.kind === kind) return kept.store
  // Through the query client, so that an ended session is noticed as everywhere; nothing of it is kept there.
  const ask = <T>(name: string, queryFn: () => Promise<T>) =>
    queryClient.fetchQuery({ queryKey: [...treeKey(kind), archived, name, Math.random()], queryFn, gcTime: 0 })
  const reader: TreeReader = {
    levels: (parents, from, limit) => ask('levels', () => readLevels(kind, parents, { archived, from, limit })),
    nodes: (ids) => ask('nodes', () => readNodes(kind, ids, archived)),
  }
  const open = kept?.store.kind === kind ? kept.store.get().expanded : []
  const store = createTreeStore(kind, reader, open)
  if (initial && !kept) store.apply((state) => withLevels(state, initial))
  setKept({ archived, store })
  return store
}

export const useTreeState = (store: TreeStore) => useSyncExternalStore(store.subscribe, store.get, store.get)

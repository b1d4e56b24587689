'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { readNodes, type TreeKind, type TreeNode, treeKey } from '@/lib/client/trees'

export type ChosenNode = { id: string; node?: TreeNode; path: TreeNode[] }

/** Names and ancestors of chosen nodes, in the order chosen; `node` is undefined while unknown and when it is gone. */
export function useChosenNodes(kind: TreeKind, ids: readonly string[]): { chosen: ChosenNode[]; isKnown: boolean } {
  const sorted = [...ids].sort()
  const { data, isPlaceholderData } = useQuery({
    queryKey: [...treeKey(kind), 'chosen', sorted],
    queryFn: ({ signal }) => readNodes(kind, sorted, true, signal),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  const known = new Map([...(data?.ancestors ?? []), ...(data?.value ?? [])].map((node) => [node.id, node]))
  const chosen = ids.map((id) => {
    const node = known.get(id)
    const path: TreeNode[] = []
    for (let at = node?.parent; at; at = known.get(at)?.parent) {
      const above = known.get(at)
      if (!above || path.includes(above)) break
      path.unshift(above)
    }
    return { id, node, path }
  })
  return { chosen, isKnown: data !== undefined && !isPlaceholderData }
}

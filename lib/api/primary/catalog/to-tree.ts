import type { Category } from '@/lib/catalog/categories/category'
import { countsOf, type TreeCounts } from '@/lib/catalog/count-products'
import type { Location } from '@/lib/catalog/locations/location'
import type { TreeRow } from '@/lib/catalog/tree/tree-page'
import { toIso } from '@/lib/clock'
import type { CategoryJson, LocationJson } from './tree-schemas'

/** Ours to theirs (spec nodeblocks 4.4). */
export const toCategory = (category: Category): CategoryJson => ({
  id: category.id,
  icon: category.icon,
  parent: category.parentId,
  name: category.name,
  description: category.description,
  status: category.status as CategoryJson['status'],
  sequence: category.sequence,
  createdAt: toIso(category.createdAt),
  updatedAt: toIso(category.updatedAt),
})

/** Ours to theirs (spec nodeblocks 4.3). */
export const toLocation = (location: Location): LocationJson => ({
  id: location.id,
  type: location.type,
  code: location.code,
  name: location.name,
  parent: location.parentId,
  createdAt: toIso(location.createdAt),
  updatedAt: toIso(location.updatedAt),
})

/** A node of a tree answer with its children, each with its counts. */
export function toTreeNode<Node extends { id: string }, Json extends object>(
  { node, children }: TreeRow<Node>,
  counts: TreeCounts,
  toJson: (node: Node) => Json,
) {
  const counted = (one: Node) => {
    const { own, all, children: below } = countsOf(counts, one.id)
    return { ...toJson(one), numberOfProducts: all, numberOfOwnProducts: own, numberOfChildren: below }
  }
  return { ...counted(node), children: children.map(counted) }
}

import type { Resource } from '@/lib/resources/resource'
import type { CheckedFilter } from './checked'
import type { ListQuery } from './list-query'

const throughIndex = new Set(['eq', 'gt', 'ge', 'lt', 'le'])

/** Whether an index leads straight to the rows: comparisons with indexed fields, ANDed. */
function isQuick(filter: CheckedFilter, indexed: ReadonlySet<string>): boolean {
  switch (filter.kind) {
    case 'compare':
      return indexed.has(filter.field.path) && throughIndex.has(filter.operator)
    case 'in':
      return indexed.has(filter.field.path)
    case 'and':
      return filter.nodes.every((node) => isQuick(node, indexed))
    case 'constant':
      return true
    default:
      return false
  }
}

/**
 * Whether a list may have to look at a great part of its table: it then reads beside other requests instead of before
 * them (see `Database.patient`). Resources that say nothing of indexes are small.
 */
export function mayTakeLong(resource: Resource, query: ListQuery): boolean {
  if (!resource.indexed) return false
  if (query.search || query.apply) return true
  const indexed = new Set(resource.indexed)
  const sortedByIndex = indexed.has(query.sort[0]!.path) && query.sort.slice(1).every(({ path }) => path === 'id')
  return !sortedByIndex || (query.filter !== undefined && !isQuick(query.filter, indexed))
}

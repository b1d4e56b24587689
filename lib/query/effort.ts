import type { Resource } from '@/lib/resources/resource'
import type { CheckedFilter } from './checked'
import type { ListQuery } from './list-query'

/** From this row on, walking to a page costs more than a hop to another process. */
const farRow = 5000

/** Whether some condition leaves only a few rows, to which an index leads. */
function isSelective(filter: CheckedFilter, fields: readonly string[]): boolean {
  if (filter.kind === 'and') return filter.nodes.some((node) => isSelective(node, fields))
  if (filter.kind === 'compare') return filter.operator === 'eq' && fields.includes(filter.field.path)
  return filter.kind === 'in' && fields.includes(filter.field.path)
}

/** Whether the counts of what the filter asks for are kept, and an index gives its rows in the order asked for. */
function isCounted(query: ListQuery, { counted }: Resource): boolean {
  if (!counted) return false
  const { filter, sort } = query
  if (!filter) return true
  const byCounted = filter.kind === 'compare' && filter.operator === 'eq' && filter.field.path === counted.by
  return byCounted && sort[0]!.path === counted.sort
}

/**
 * Whether a list may have to look at a great part of its table: it then reads beside other requests instead of before
 * them (see `Database.patient`). Resources that say nothing of indexes are small. A condition with an index is not
 * enough: of the rows it gives there may be hundreds of thousands, and the total counts every one of them.
 * `everywhere` is a list of no one organization or user, which the indexes do not serve.
 */
export function mayTakeLong(resource: Resource, query: ListQuery, everywhere: boolean): boolean {
  const { indexed, selective = [] } = resource
  if (!indexed) return false
  if (query.search || query.apply || query.page.offset > farRow) return true
  if (query.filter && isSelective(query.filter, selective)) return false
  const [first, ...rest] = query.sort
  const sortedByIndex = indexed.includes(first!.path) && rest.every(({ path }) => path === 'id')
  if (everywhere && (query.filter || first!.path !== resource.counted?.sort)) return true
  return !sortedByIndex || !isCounted(query, resource)
}

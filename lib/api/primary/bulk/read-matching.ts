import { readFilter } from '@/lib/query/check'
import { readSearch } from '@/lib/query/search'
import type { Resource } from '@/lib/resources/resource'

type Asked = { filter?: string; search?: string; excludeIds?: string[]; expectedCount?: number }

/** Theirs to ours: everything a list finds. @throws AppError BadArgument with the place in the filter */
export const readMatching = ({ filter, search, excludeIds, expectedCount }: Asked, resource: Resource) => ({
  filter: filter?.trim() ? readFilter(filter, resource) : undefined,
  search: search === undefined ? undefined : readSearch(search),
  excludeIds,
  expectedCount,
})

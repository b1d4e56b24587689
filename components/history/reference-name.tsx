'use client'

import { useQuery } from '@tanstack/react-query'
import { getJson } from '@/lib/client/api'

const paths: Record<string, (entity: string) => string> = {
  categoryId: () => '/categories',
  categoryIds: () => '/categories',
  locationIds: () => '/locations',
  attributeId: () => '/attributes',
  parentId: (entity) => (entity === 'location' ? '/locations' : '/categories'),
}

/** Whether a field holds ids of things that have names. */
export const isReference = (field: string) => field in paths

/** What an id stands for, as it is called now; the id itself where it is gone. */
export function ReferenceName({ entity, field, id }: { entity: string; field: string; id: string }) {
  const path = paths[field]!(entity)
  const { data } = useQuery({
    queryKey: ['name', path, id],
    // Asked as a list: one that is gone is an answer without it, not a failure.
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ $filter: `id eq '${id}'`, $top: '1' })
      const { value } = await getJson<{ value: { name: string }[] }>(`${path}?${query}`, signal)
      return value[0] ?? null
    },
    staleTime: 5 * 60_000,
    retry: false,
  })
  return data ? data.name : <span className="od-mono">{id}</span>
}

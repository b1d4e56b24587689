'use client'

import { useQuery } from '@tanstack/react-query'
import { entityKey, readEntity, type TreeKind } from '@/lib/client/trees'

/** One category or location with the tag of its version. */
export const useEntity = (kind: TreeKind, id: string) =>
  useQuery({ queryKey: entityKey(kind, id), queryFn: ({ signal }) => readEntity(kind, id, signal) })

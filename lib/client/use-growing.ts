'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import type { growingQuery } from './lists'

type Options = { enabled?: boolean; placeholderData?: <Data>(earlier: Data | undefined) => Data | undefined }

/** What has come of a list that grows; `rows` are undefined until the first page is there. */
export function useGrowing<Row>(query: ReturnType<typeof growingQuery<Row>>, options: Options = {}) {
  const result = useInfiniteQuery({ ...query, ...options })
  const rows = result.data?.pages.flatMap(({ value }) => value)
  return { ...result, rows, total: result.data?.pages[0]?.total ?? 0 }
}

'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { searchNodes, type TreeKind, treeKey } from '@/lib/client/trees'

const pauseMs = 180

/** What a search finds, a moment after the last key; undefined data while nothing is looked for. */
export function useFound(kind: TreeKind, words: string, archived: boolean) {
  const [asked, setAsked] = useState(words)
  const wanted = words.trim()
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), wanted === '' ? 0 : pauseMs)
    return () => clearTimeout(timer)
  }, [wanted])
  const result = useQuery({
    queryKey: [...treeKey(kind), 'search', archived, asked],
    queryFn: ({ signal }) => searchNodes(kind, asked, archived, signal),
    enabled: asked !== '' && wanted !== '',
    placeholderData: keepPreviousData,
  })
  return { ...result, data: wanted === '' ? undefined : result.data, isSettled: asked === wanted && !result.isFetching }
}

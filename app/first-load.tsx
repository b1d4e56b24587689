import { dehydrate, HydrationBoundary, QueryClient, type QueryKey } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type Answer, isFirstLoad } from './read-api'

/** What a page's address asks, as Next gives it. */
export type Search = Promise<Record<string, string | string[] | undefined>>

/** The parameters of the address; one that is given several times is nobody's. */
export async function parametersOf(search: Search): Promise<URLSearchParams> {
  const given = Object.entries(await search).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return new URLSearchParams(given)
}

/** Takes answers for the queries of the screens; what was refused they ask for themselves. */
export type Kept = {
  keep: (queryKey: QueryKey, answer: Answer) => void
  /** With the tag of its version. */
  keepTagged: (queryKey: QueryKey, answer: Answer) => void
}

type Props = { read: (kept: Kept) => Promise<void>; children: ReactNode }

/** Gives a page what it shows at first, when a person opens its address anew. */
export async function FirstLoad({ read, children }: Props) {
  const queryClient = new QueryClient()
  if (await isFirstLoad()) {
    await read({
      keep: (queryKey, { data }) => data !== undefined && queryClient.setQueryData(queryKey, data),
      keepTagged: (queryKey, { data, etag }) =>
        data !== undefined && queryClient.setQueryData(queryKey, { data, etag }),
    })
  }
  return <HydrationBoundary state={dehydrate(queryClient)}>{children}</HydrationBoundary>
}

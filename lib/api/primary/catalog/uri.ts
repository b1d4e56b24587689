import { publicOrigin } from '@/lib/config'

/** The absolute address of a resource of this surface; every one we emit can be fetched (decision 39). */
export const uriOf = (path: string) => `${publicOrigin().origin}/api${path}`

/** An unexpanded reference: its address and, added, its id. */
export const reference = (path: string, id: string) => ({ uri: uriOf(path), id })

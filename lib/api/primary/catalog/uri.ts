import { publicOrigin } from '@/lib/config'

let base: string | undefined

/** The absolute address of a resource of this surface; every one we emit can be fetched (decision 39). */
export function uriOf(path: string): string {
  // A list has hundreds of them, and a process has one address.
  base ??= `${publicOrigin().origin}/api`
  return base + path
}

/** An unexpanded reference: its address and, added, its id. */
export const reference = (path: string, id: string) => ({ uri: uriOf(path), id })

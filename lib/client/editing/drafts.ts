import { clear, createStore, del, get, set } from 'idb-keyval'

/** Unsaved work as it was at `at` (ms), made on top of the server's `base`: a version or an ETag. */
export type Draft<T> = { value: T; at: number; base: string }

const keptMs = 14 * 24 * 60 * 60_000

const store = () => createStore('orderdesk-drafts', 'drafts')

/** Without the browser's database (private windows, some embedded browsers) there are no drafts; work goes on. */
const orNothing = <T>(work: Promise<T>): Promise<T | undefined> => work.catch(() => undefined)

/** The draft of an earlier visit; those older than two weeks are thrown away. */
export async function readDraft<T>(key: string): Promise<Draft<T> | undefined> {
  const found = await orNothing(get<Draft<T>>(key, store()))
  if (!found || Date.now() - found.at <= keptMs) return found
  await dropDraft(key)
  return undefined
}

export const keepDraft = <T>(key: string, draft: Draft<T>) => orNothing(set(key, draft, store()))

export const dropDraft = (key: string) => orNothing(del(key, store()))

/** Signing out leaves nothing of one person's work for the next one at this browser. */
export const dropAllDrafts = () => orNothing(clear(store()))

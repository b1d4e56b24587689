import { callApi, getJson } from './api'

export type TreeKind = 'categories' | 'locations'

/** A node as `:levels` and `:find` answer it. */
export type TreeNode = {
  id: string
  parent: string | null
  name: string
  code: string
  type: string
  isArchived: boolean
  version: number
  /** Place among its siblings, from 0, and how many they are. */
  position: number
  numberOfSiblings: number
  /** Published products here or below, and here alone. */
  numberOfProducts: number
  numberOfOwnProducts: number
  numberOfChildren: number
}

export type LevelAnswer = { parent: string | null; total: number; nodes: TreeNode[] }
export type FoundNodes = { total: number; value: TreeNode[]; ancestors: TreeNode[] }

/** How many nodes of a level are asked for at first, and how many more each time. */
export const levelSize = 50

/** The most the server answers of one level. */
export const mostOfLevel = 1_000

/** Most levels that one address can name. */
const levelsAtOnce = 200

type LevelOptions = { archived: boolean; from?: number; limit?: number; signal?: AbortSignal }

/** What is below each of the parents (null: the roots). */
export async function readLevels(
  kind: TreeKind,
  parents: readonly (string | null)[],
  { archived, from = 0, limit = levelSize, signal }: LevelOptions,
): Promise<LevelAnswer[]> {
  const answers: LevelAnswer[] = []
  for (let at = 0; at < parents.length; at += levelsAtOnce) {
    const ids = parents.slice(at, at + levelsAtOnce).map((id) => id ?? 'root')
    const query = `parentIds=${ids.join(',')}&from=${from}&limit=${limit}&archived=${archived}`
    const { value } = await getJson<{ value: LevelAnswer[] }>(`/${kind}:levels?${query}`, signal)
    answers.push(...value)
  }
  return answers
}

/** Nodes whose name or code holds the words, with what is above them. */
export const searchNodes = (kind: TreeKind, words: string, archived: boolean, signal?: AbortSignal) =>
  getJson<FoundNodes>(`/${kind}:find?words=${encodeURIComponent(words)}&archived=${archived}&limit=200`, signal)

/** The nodes themselves with what is above them; those that are gone are left out. */
export async function readNodes(
  kind: TreeKind,
  ids: readonly string[],
  archived: boolean,
  signal?: AbortSignal,
): Promise<FoundNodes> {
  if (ids.length === 0) return { total: 0, value: [], ancestors: [] }
  return getJson<FoundNodes>(`/${kind}:find?ids=${ids.join(',')}&archived=${archived}`, signal)
}

/** Where a node is to go; `place` is the very place an earlier answer named. */
export type TreeMove = {
  id: string
  parentId?: string | null
  before?: string
  after?: string
  place?: string
  version?: number
}

export type Moved = {
  id: string
  parent: string | null
  version: number
  was: { parentId: string | null; place: string }
}

export const moveNodes = async (kind: TreeKind, moves: readonly TreeMove[]): Promise<Moved[]> =>
  (await callApi<Moved[]>('POST', `/${kind}:batchMove`, { body: moves })).data

/** What `If-Match` needs of a version that came with a level: the server compares the number alone. */
export const versionTag = (version: number) => `"${version}-0"`

export type Impact = {
  numberOfProducts: number
  numberOfOwnProducts: number
  numberOfChildren: number
  numberOfDescendants: number
  numberOfAttributes: number
}

export const readImpact = (kind: TreeKind, id: string, signal?: AbortSignal) =>
  getJson<Impact>(`/${kind}/${id}/impact`, signal)

/** A category or location as its editor sees it; what only one of them has is absent in the other. */
export type TreeEntity = {
  id: string
  name: string
  parent: string | null
  createdAt: string
  updatedAt: string
  description?: string
  status?: 'ACTIVE' | 'ARCHIVED'
  sequence?: number
  icon?: { type: string; value: string } | null
  code?: string
  type?: string
}

export const entityKey = (kind: TreeKind, id: string) => ['tree', kind, 'entity', id] as const

export const readEntity = (kind: TreeKind, id: string, signal?: AbortSignal) =>
  callApi<TreeEntity>('GET', `/${kind}/${id}`, { signal })

/** Everything remembered about a tree: whoever changes nodes elsewhere makes it stale. */
export const treeKey = (kind: TreeKind) => ['tree', kind] as const

/** What an editor may send; what is left out stays. */
export type EntityPatch = Partial<Omit<TreeEntity, 'id' | 'parent' | 'createdAt' | 'updatedAt'>> & {
  parentId?: string | null
}

export const patchEntity = (kind: TreeKind, id: string, patch: EntityPatch, etag: string | null) =>
  callApi<TreeEntity>('PATCH', `/${kind}/${id}`, { body: patch, etag })

export const createEntity = (kind: TreeKind, body: EntityPatch & { name: string }) =>
  callApi<TreeEntity>('POST', `/${kind}`, { body })

/** How a node is deleted: what products get instead, and what becomes of the nodes below it. */
export type Replacement = { by?: string; children?: 'delete' | 'moveUp' }

/** Deletes a node; a category's children always move up to its parent. */
export async function deleteEntity(kind: TreeKind, id: string, version: number, replacement: Replacement = {}) {
  const etag = versionTag(version)
  const { by, children } = replacement
  if (by === undefined && (kind === 'categories' || children !== 'moveUp')) {
    return callApi<undefined>('DELETE', `/${kind}/${id}`, { etag })
  }
  const body = kind === 'categories' ? { by } : { by, children }
  return callApi<undefined>('POST', `/${kind}/${id}/replace`, { body, etag })
}

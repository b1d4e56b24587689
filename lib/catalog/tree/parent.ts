import { eq, inArray } from 'drizzle-orm'
import type { Reader } from '@/db'
import type { categories, locations } from '@/db/schema'
import { badArgument } from '@/lib/errors'
import { maxLevels } from '@/lib/resources/max-levels'

/** The two tables that are trees. */
export type TreeTable = typeof categories | typeof locations

/**
 * Checks a parent named in a body.
 * @throws AppError BadArgument when it does not exist
 */
export async function requireParent(db: Reader, table: TreeTable, parentId: string | null | undefined): Promise<void> {
  if (parentId === null || parentId === undefined) return
  const [parent] = await db.select({ id: table.id }).from(table).where(eq(table.id, parentId))
  if (parent) return
  const message = `There is no parent with the id ${parentId}.`
  throw badArgument('RequestBody', message, [{ code: 'UnknownReference', target: 'parentId', message }])
}

/**
 * The ids from a node up to its root, the node first.
 * Reads one row per level, so that under serializable isolation only the path itself is depended on.
 */
export async function pathToRoot(db: Reader, table: TreeTable, id: string): Promise<string[]> {
  const path: string[] = []
  for (let current: string | null = id; current !== null; ) {
    if (path.includes(current)) throw new Error(`The tree has a cycle at ${current}.`)
    path.push(current)
    const [node] = await db.select({ parentId: table.parentId }).from(table).where(eq(table.id, current))
    current = node?.parentId ?? null
  }
  return path
}

const refuseParent = (message: string) =>
  badArgument('RequestBody', message, [{ code: 'NotAllowed', target: 'parentId', message }])

const tooDeep = () => refuseParent(`A tree has at most ${maxLevels} levels.`)

/**
 * Checks the parent of a new node.
 * @throws AppError BadArgument when it does not exist, or stands on the last level
 */
export async function requireRoomBelow(db: Reader, table: TreeTable, parentId?: string | null): Promise<void> {
  await requireParent(db, table, parentId)
  if (parentId && (await pathToRoot(db, table, parentId)).length >= maxLevels) throw tooDeep()
}

/** Levels of a node and what is below it; looks no further than `most`. */
export async function heightOf(db: Reader, table: TreeTable, id: string, most: number): Promise<number> {
  let height = 0
  for (let level = [id]; level.length > 0 && height <= most; height++) {
    const next: string[] = []
    for (let from = 0; from < level.length; from += 500) {
      const ids = level.slice(from, from + 500)
      const rows = await db.select({ id: table.id }).from(table).where(inArray(table.parentId, ids))
      next.push(...rows.map((row) => row.id))
    }
    level = next
  }
  return height
}

/**
 * Checks that a node may stand below a parent.
 * @throws AppError BadArgument when the parent does not exist, is the node itself or one of its descendants, or when
 * the tree would grow too deep
 */
export async function requireNoCycle(db: Reader, table: TreeTable, id: string, parentId: string | null): Promise<void> {
  await requireParent(db, table, parentId)
  if (parentId === null) return
  const path = await pathToRoot(db, table, parentId)
  if (path.includes(id)) throw refuseParent('A node cannot stand below itself or one of its descendants.')
  const room = maxLevels - path.length
  if ((await heightOf(db, table, id, room)) > room) throw tooDeep()
}

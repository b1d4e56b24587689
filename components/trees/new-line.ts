import type { TreeRow } from './tree-state'

/** What is being written in a line: a new name, or the name of a new node. */
export type Editing = { kind: 'rename'; id: string } | { kind: 'new'; parent: string | null; after?: string }

/** The line in which the name of a new node is written. */
export type NewRow = { kind: 'new'; key: string; depth: number }

/** The rows with the line of a node that is being added, where it will stand. */
export function withNew(rows: readonly TreeRow[], editing: Editing | undefined): readonly (TreeRow | NewRow)[] {
  if (editing?.kind !== 'new') return rows
  const beside = editing.after ?? editing.parent
  const at = beside === null ? -1 : rows.findIndex(({ key }) => key === beside)
  const row = rows[at]
  const depth = row ? row.depth + (editing.after ? 0 : 1) : 0
  let end = at + 1
  if (row) while (end < rows.length && rows[end]!.depth > row.depth) end++
  else end = rows.length
  return (rows as readonly (TreeRow | NewRow)[]).toSpliced(end, 0, { kind: 'new', key: 'new', depth })
}

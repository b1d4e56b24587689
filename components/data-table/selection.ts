import type { ReactNode } from 'react'

/**
 * What is selected in a list: rows one by one, or everything that matches the list's filters but `excludeIds`. Actions
 * get it, and hand back what should stay selected.
 */
export type ListSelection<Row> = {
  /** How many rows that is, also of those that are not on screen. */
  count: number
  /** The rows that were selected one by one, as they were when last seen; empty when `matching`. */
  rows: readonly Row[]
  ids: readonly string[]
  /** Everything that matches these; undefined when rows were selected one by one. */
  matching?: { filter: string; search: string; excludeIds: readonly string[]; expectedCount: number }
  /** Leaves only these selected: what failed and may be tried again. Each row shows its reason where one is given. */
  keep: (ids: readonly string[], reasons?: ReadonlyMap<string, string>) => void
  clear: () => void
}

/** Something that can be done to what is selected. It opens its own dialog where one is needed. */
export type ListAction<Row> = {
  key: string
  label: string
  icon?: ReactNode
  /** A single key, such as `a`; works on the selection, or on the focused row when nothing is selected. */
  shortcut?: string
  danger?: boolean
  /** Why it cannot be done to these; undefined when it can. */
  blocked?: (selection: ListSelection<Row>) => string | undefined
  run: (selection: ListSelection<Row>) => void
}

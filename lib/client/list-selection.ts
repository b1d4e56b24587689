import { createListeners } from './listeners'

/**
 * What is selected in a list, as arithmetic: rows one by one, or everything that matches the list's conditions but
 * some. Safe to share between pages of one list; nothing here knows what a row is.
 */
export type Selected<Row> =
  | { kind: 'rows'; rows: ReadonlyMap<string, Row | undefined> }
  | { kind: 'matching'; filter: string; search: string; total: number; excluded: ReadonlySet<string> }

export const nothingSelected: Selected<never> = { kind: 'rows', rows: new Map() }

/** How many rows that is, those of other pages included. */
export const countSelected = (selected: Selected<unknown>): number =>
  selected.kind === 'rows' ? selected.rows.size : Math.max(0, selected.total - selected.excluded.size)

export const isSelected = (selected: Selected<unknown>, id: string): boolean =>
  selected.kind === 'rows' ? selected.rows.has(id) : !selected.excluded.has(id)

/** Adds rows or takes them out. Of everything that matches, what is taken out becomes an exception. */
export function withRows<Row extends { id: string }>(
  selected: Selected<Row>,
  rows: readonly Row[],
  on: boolean,
): Selected<Row> {
  if (selected.kind === 'matching') {
    const excluded = new Set(selected.excluded)
    for (const { id } of rows) {
      if (on) excluded.delete(id)
      else excluded.add(id)
    }
    return { ...selected, excluded }
  }
  const next = new Map(selected.rows)
  for (const row of rows) {
    if (on) next.set(row.id, row)
    else next.delete(row.id)
  }
  return { kind: 'rows', rows: next }
}

/** The rows from one to the other, whichever comes first; only the second where the first is not on this page. */
export function rowsBetween<Row extends { id: string }>(rows: readonly Row[], from: string | undefined, to: string) {
  const a = rows.findIndex(({ id }) => id === from)
  const b = rows.findIndex(({ id }) => id === to)
  if (b < 0) return []
  return a < 0 ? [rows[b]!] : rows.slice(Math.min(a, b), Math.max(a, b) + 1)
}

export type PageSelection = 'none' | 'some' | 'all'

/** How much of one page is selected. */
export function pageSelection(selected: Selected<unknown>, rows: readonly { id: string }[]): PageSelection {
  const count = rows.filter(({ id }) => isSelected(selected, id)).length
  return count === 0 ? 'none' : count === rows.length ? 'all' : 'some'
}

/** The selection of one list while its page is open, told to every row by itself: only rows that change draw anew. */
export type SelectionStore<Row extends { id: string }> = {
  get: () => Selected<Row>
  set: (next: Selected<Row>) => void
  clear: () => void
  /** Takes a row in or out; with `range` everything from the row before to this one becomes like it. */
  toggle: (row: Row, page: readonly Row[], range?: boolean) => void
  /** Why rows could not be acted on, by id; forgotten as soon as the selection is cleared. */
  reasons: () => ReadonlyMap<string, string>
  /** Leaves only these selected, each with its reason where there is one. */
  keep: (ids: readonly string[], reasons?: ReadonlyMap<string, string>) => void
  subscribe: (listener: () => void) => () => void
}

const noReasons: ReadonlyMap<string, string> = new Map()

export function createSelection<Row extends { id: string }>(): SelectionStore<Row> {
  let selected: Selected<Row> = nothingSelected
  let reasons = noReasons
  let anchor: string | undefined
  const seen = new Map<string, Row>()
  const { subscribe, tell } = createListeners()
  const set = (next: Selected<Row>) => {
    selected = next
    if (next.kind === 'rows') for (const [id, row] of next.rows) if (row) seen.set(id, row)
    if (countSelected(next) === 0) {
      selected = nothingSelected
      reasons = noReasons
      anchor = undefined
    }
    tell()
  }
  return {
    get: () => selected,
    set,
    clear: () => set(nothingSelected),
    toggle: (row, page, range = false) => {
      const on = range ? true : !isSelected(selected, row.id)
      const rows = range ? rowsBetween(page, anchor, row.id) : [row]
      anchor = row.id
      set(withRows(selected, rows, on))
    },
    reasons: () => reasons,
    keep: (ids, why = noReasons) => {
      reasons = why
      anchor = undefined
      set({ kind: 'rows', rows: new Map(ids.map((id) => [id, seen.get(id)])) })
    },
    subscribe,
  }
}

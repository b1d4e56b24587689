'use client'

import { useEffect, useRef, useState } from 'react'
import type { ListAnswer } from '@/lib/client/api'
import { countSelected, createSelection, isSelected, pageSelection, withRows } from '@/lib/client/list-selection'
import type { ListState } from '@/lib/client/list-state'
import { useListMessages } from '@/lib/client/messages/areas/list'
import { useShortcuts } from '@/lib/client/shortcuts'
import { focusedRowId } from './row-keys'
import type { ListAction, ListSelection } from './selection'

type Options<Row> = {
  actions: readonly ListAction<Row>[]
  answer: ListAnswer<Row> | undefined
  state: ListState
  /** What the API is asked for: the view's own conditions among them. */
  filter: string
  search: string
}

const noRows: never[] = []

/**
 * The selection of one list and the keys that change it: `x` the focused row, `X` the page and then everything that
 * matches, Esc nothing; and the keys of the actions, which fall back to the focused row.
 */
export function useSelection<Row extends { id: string }>({ actions, answer, state, filter, search }: Options<Row>) {
  const m = useListMessages()
  const [store] = useState(createSelection<Row>)
  const rows: readonly Row[] = answer?.value ?? noRows
  const total = answer?.total ?? 0
  const enabled = actions.length > 0

  const read = (): ListSelection<Row> => {
    const selected = store.get()
    const common = { count: countSelected(selected), keep: store.keep, clear: store.clear }
    if (selected.kind === 'matching') {
      const { filter, search, excluded } = selected
      const matching = { filter, search, excludeIds: [...excluded], expectedCount: common.count }
      return { ...common, rows: [], ids: [], matching }
    }
    const known = [...selected.rows.values()].filter((row) => row !== undefined)
    // What is on this page is newer than what was seen when it was selected.
    const current = new Map(rows.map((row) => [row.id, row]))
    return { ...common, rows: known.map((row) => current.get(row.id) ?? row), ids: [...selected.rows.keys()] }
  }
  const focused = (): ListSelection<Row> | undefined => {
    const id = focusedRowId()
    const row = rows.find((each) => each.id === id)
    if (!row) return undefined
    return { count: 1, rows: [row], ids: [row.id], keep: store.keep, clear: () => undefined }
  }
  const selectMatching = () => store.set({ kind: 'matching', filter, search, total, excluded: new Set() })
  const selectPage = () => {
    const selected = store.get()
    if (rows.length === 0) return
    if (selected.kind === 'rows' && pageSelection(selected, rows) === 'all' && total > selected.rows.size) {
      selectMatching()
    } else store.set(withRows(selected, rows, true))
  }
  const act = (action: ListAction<Row>) => {
    const chosen = countSelected(store.get()) > 0 ? read() : focused()
    if (chosen && action.blocked?.(chosen) === undefined) action.run(chosen)
  }
  const list = { group: 'list' as const }
  useShortcuts(
    enabled
      ? [
          {
            keys: ['x'],
            ...list,
            label: m.selectRow,
            run: () => {
              const row = rows.find(({ id }) => id === focusedRowId())
              if (row) store.toggle(row, rows)
            },
          },
          { keys: ['X'], ...list, label: m.selectPageKey, run: selectPage },
          { keys: ['Escape'], ...list, label: m.clearSelection, run: store.clear },
          ...actions.flatMap((action) =>
            action.shortcut ? [{ keys: [action.shortcut], ...list, label: action.label, run: () => act(action) }] : [],
          ),
        ]
      : [],
  )

  // What was selected belongs to what was listed. When that changes a selection of one page goes; a larger one asks.
  const signature = `${filter}\n${search}`
  const before = useRef({ signature, state, rows })
  const [asked, setAsked] = useState<{ count: number; earlier: ListState }>()
  // Where a selection that was asked about came from: back there, nothing needs asking.
  const home = useRef<string>(undefined)
  useEffect(() => {
    const earlier = before.current
    if (earlier.signature !== signature) {
      const selected = store.get()
      const isBack = home.current === signature
      home.current = undefined
      const onOnePage =
        selected.kind === 'rows' &&
        earlier.rows.filter(({ id }) => isSelected(selected, id)).length === selected.rows.size
      if (countSelected(selected) > 0 && !isBack) {
        if (onOnePage) store.clear()
        else {
          home.current = earlier.signature
          setAsked({ count: countSelected(selected), earlier: earlier.state })
        }
      }
    }
    before.current = { signature, state, rows }
  }, [signature, state, rows, store])

  return {
    store: enabled ? store : undefined,
    read,
    selectMatching,
    /** A selection over several pages is about to lose what it was made from. */
    asked,
    answerAsked: () => setAsked(undefined),
  }
}

'use client'

import { useState } from 'react'

type Row = { id: string }

export type Picked<R extends Row = Row> = {
  count: number
  rows: readonly R[]
  has: (id: string) => boolean
  allOnPage: boolean
  /** `range` takes all between the one before and this. */
  toggle: (row: R, range: boolean) => void
  toggleAll: () => void
  drop: (ids: readonly string[]) => void
  clear: () => void
}

/** Rows picked one by one, those of other pages too. What is listed under other conditions starts with none. */
export function usePicked<R extends Row>(page: readonly R[], conditions: string): Picked<R> {
  const [picked, setPicked] = useState<ReadonlyMap<string, R>>(new Map())
  const [last, setLast] = useState<string>()
  const [under, setUnder] = useState(conditions)
  if (under !== conditions) {
    setUnder(conditions)
    setPicked(new Map())
  }
  const allOnPage = page.length > 0 && page.every(({ id }) => picked.has(id))
  return {
    count: picked.size,
    rows: [...picked.values()],
    has: (id) => picked.has(id),
    allOnPage,
    toggle(row, range) {
      const next = new Map(picked)
      const [from, to] = [page.findIndex(({ id }) => id === last), page.findIndex(({ id }) => id === row.id)]
      const rows = range && from >= 0 && to >= 0 ? page.slice(Math.min(from, to), Math.max(from, to) + 1) : [row]
      const on = !picked.has(row.id)
      for (const each of rows) {
        if (on) next.set(each.id, each)
        else next.delete(each.id)
      }
      setLast(row.id)
      setPicked(next)
    },
    toggleAll() {
      const next = new Map(picked)
      for (const row of page) {
        if (allOnPage) next.delete(row.id)
        else next.set(row.id, row)
      }
      setPicked(next)
    },
    drop: (ids) => setPicked(new Map([...picked].filter(([id]) => !ids.includes(id)))),
    clear: () => setPicked(new Map()),
  }
}

'use client'

import { useSyncExternalStore } from 'react'
import { formatAmount, formatMoney, formatNumber } from '@/lib/client/format'
import type { GridMessages } from '@/lib/client/messages/areas/grid'
import type { CellProblem } from './columns'
import type { GridStore } from './grid-store'

/** Renders again only when what `pick` answers is another: it must answer a plain value or something kept. */
export const useGrid = <T>(store: GridStore, pick: (store: GridStore) => T): T =>
  useSyncExternalStore(
    store.subscribe,
    () => pick(store),
    () => pick(store),
  )

/** What is wrong with a cell, in a sentence. */
export function sayProblem(problem: CellProblem, m: GridMessages, locale: string): string {
  switch (problem.kind) {
    case 'required':
      return m.problem.required
    case 'tooLong':
      return m.problem.tooLong({ most: formatNumber(locale, problem.most) })
    case 'outside': {
      const { column } = problem
      const say = (value: number) =>
        column.type === 'money' ? formatMoney(locale, column.currency, value) : formatNumber(locale, value)
      return m.problem.outside({ min: say(problem.min), max: say(problem.max) })
    }
    case 'unread': {
      const { column } = problem
      if (column.type !== 'money') return m.problem[column.type]
      return m.problem.money({ example: formatAmount(locale, column.currency, 120_000) })
    }
  }
}

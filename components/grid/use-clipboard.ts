'use client'

import { type ClipboardEvent, useState } from 'react'
import { formatNumber } from '@/lib/client/format'
import { type GridMessages, useGridMessages } from '@/lib/client/messages/areas/grid'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { showToast } from '@/lib/client/toasts'
import { copyCells, type PastePlan, pasteCells, planPaste } from './clipboard'
import type { CellValue } from './columns'
import type { GridStore } from './grid-store'

/** Rows that pasting may add. */
export type NewRows = {
  /** How many rows there may be at all. */
  most: number
  blank: () => CellValue[]
}

/** How many rows can be added now. A filtered sheet takes none: they would land between rows nobody sees. */
export const roomFor = (store: GridStore, newRows: NewRows | undefined) =>
  newRows && !store.sheet.isFiltered ? Math.max(0, newRows.most - store.sheet.count) : 0

/** What is said afterwards: nothing when everything went where it should. */
function notesOf(plan: PastePlan, added: number, readOnly: number, m: GridMessages, locale: string): string {
  const rows = plan.missingRows - added
  return [
    rows > 0 ? m.paste.cutRows({ count: rows, text: formatNumber(locale, rows) }) : '',
    plan.cutColumns > 0 ? m.paste.cutColumns({ count: plan.cutColumns }) : '',
    readOnly > 0 ? m.paste.readOnly({ count: formatNumber(locale, readOnly), cells: readOnly }) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/**
 * Copy, cut and paste by the browser's own events, which work without a secure origin. Pasting more rows than there
 * are asks first: `asking` is then what to ask about.
 */
export function useClipboard(store: GridStore, newRows: NewRows | undefined) {
  const m = useGridMessages()
  const { locale } = useLanguage()
  const [asking, setAsking] = useState<PastePlan>()

  const paste = (plan: PastePlan, add: number) => {
    if (add > 0) store.sheet.add(Array.from({ length: add }, () => newRows!.blank()))
    const { changed, readOnly } = pasteCells(store, plan)
    const text = notesOf(plan, add, readOnly, m, locale)
    if (!text) return
    showToast({ kind: 'done', title: m.paste.done({ count: formatNumber(locale, changed), cells: changed }), text })
  }

  return {
    asking,
    cancel: () => setAsking(undefined),
    paste,
    onCopy: (event: ClipboardEvent) => {
      if (store.editing) return
      event.preventDefault()
      event.clipboardData.setData('text/plain', copyCells(store))
    },
    onCut: (event: ClipboardEvent) => {
      if (store.editing) return
      event.preventDefault()
      event.clipboardData.setData('text/plain', copyCells(store))
      store.clear()
    },
    onPaste: (event: ClipboardEvent) => {
      if (store.editing) return
      event.preventDefault()
      const plan = planPaste(store, event.clipboardData.getData('text/plain'))
      if (!plan) return
      if (plan.missingRows > 0) setAsking(plan)
      else paste(plan, 0)
    },
  }
}

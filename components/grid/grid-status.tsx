'use client'

import { useEffect, useState } from 'react'
import { formatNumber } from '@/lib/client/format'
import { useGridMessages } from '@/lib/client/messages/areas/grid'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { GridStore } from './grid-store'
import { heightOf, isSingle, widthOf } from './range'
import { useGrid } from './use-grid'

const quietMs = 400

/** Says aloud how much is selected once the selection rests, and that Escape led out of the cells. */
export function GridStatus({ store }: { store: GridStore }) {
  const m = useGridMessages()
  const { locale } = useLanguage()
  const range = useGrid(store, (grid) => grid.range)
  const left = useGrid(store, (grid) => grid.left)
  const [rows, columns] = [heightOf(range), widthOf(range)]
  const text = left
    ? m.left
    : isSingle(range)
      ? ''
      : m.selectedSpoken({
          rows,
          text: formatNumber(locale, rows),
          columns,
          cells: formatNumber(locale, rows * columns),
        })
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), quietMs)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <p role="status" className="od-hidden">
      {said}
    </p>
  )
}

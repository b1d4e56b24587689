'use client'

import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react'

/** Rows drawn beyond those in sight, and how many the window moves at once: fewer are not worth drawing again. */
const spare = 12
const step = 8
const useBeforePaint = typeof window === 'undefined' ? useEffect : useLayoutEffect

/** The rows of one height that are on screen, with some to spare: `first` to before `last`; `show` scrolls to one. */
export function useWindow(scroller: RefObject<HTMLElement | null>, count: number, rowHeight: number) {
  const [view, setView] = useState({ top: 0, height: 600 })
  useBeforePaint(() => {
    const box = scroller.current
    if (!box) return
    const read = () => {
      const top = Math.floor(box.scrollTop / (rowHeight * step)) * rowHeight * step
      setView((old) => (old.top === top && old.height === box.clientHeight ? old : { top, height: box.clientHeight }))
    }
    read()
    const observer = new ResizeObserver(read)
    observer.observe(box)
    box.addEventListener('scroll', read, { passive: true })
    return () => {
      observer.disconnect()
      box.removeEventListener('scroll', read)
    }
  }, [scroller, rowHeight])
  const first = Math.max(0, Math.min(count, Math.floor(view.top / rowHeight)) - spare)
  const last = Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + spare + step)
  const show = useCallback(
    (index: number) => {
      const box = scroller.current
      if (!box || index < 0) return
      const top = index * rowHeight
      if (top < box.scrollTop) box.scrollTop = top
      else if (top + rowHeight > box.scrollTop + box.clientHeight) box.scrollTop = top + rowHeight - box.clientHeight
    },
    [scroller, rowHeight],
  )
  return { first, last, show }
}

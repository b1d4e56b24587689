'use client'

import { type RefObject, useLayoutEffect, useState } from 'react'
import { headHeight, rowHeight } from './layout'

/** Rows drawn beyond those in sight; also the step in which the window moves. */
const spare = 10

/** Which rows are near enough to be drawn: the first, and the one after the last. */
export function useWindow(box: RefObject<HTMLElement | null>, count: number): [first: number, end: number] {
  const [[top, height], setSeen] = useState([0, 0])
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const look = () => {
      const next = Math.floor(element.scrollTop / rowHeight / spare) * spare
      setSeen((seen) => (seen[0] === next && seen[1] === element.clientHeight ? seen : [next, element.clientHeight]))
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      observer.disconnect()
    }
  }, [box])
  const rows = Math.ceil(Math.max(0, (height ?? 0) - headHeight) / rowHeight)
  return [Math.max(0, (top ?? 0) - spare), Math.min(count, (top ?? 0) + rows + 2 * spare)]
}

'use client'

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

// The width is known before anything is painted; the server has no layout.
const useBeforePaint = typeof window === 'undefined' ? useEffect : useLayoutEffect

/** How wide an element is, in pixels: charts are drawn for their place, so that their words keep their size. */
export function useWidth<E extends HTMLElement>(initial: number): [RefObject<E | null>, number] {
  const box = useRef<E>(null)
  const [width, setWidth] = useState(initial)
  useBeforePaint(() => {
    const element = box.current
    if (!element) return
    setWidth(element.clientWidth)
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return [box, width]
}

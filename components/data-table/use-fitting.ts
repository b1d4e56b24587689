'use client'

import { useLayoutEffect, useRef, useState } from 'react'

type Options = {
  count: number
  /** Finds what is measured within the box. */
  selector: string
  /** Pixels beside each. */
  gap: number
  /** What the menu for the others takes, where it does not stand outside. */
  menuWidth?: number
  /** So narrow the window scrolls them instead: all fit. */
  scrollsUpTo?: number
  /** Measures anew when this is another: what stands in the box is then. */
  signature?: string
}

/** How many things in a row fit beside each other; the others go into a menu. */
export function useFitting<Box extends HTMLElement>(options: Options) {
  const { count, selector, gap, menuWidth = 0, scrollsUpTo = 0, signature = '' } = options
  const box = useRef<Box>(null)
  const [fitting, setFitting] = useState(count)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => {
      const widths = [...element.querySelectorAll<HTMLElement>(selector)].map(({ offsetWidth }) => offsetWidth + gap)
      if (window.innerWidth <= scrollsUpTo) return setFitting(widths.length)
      let left = element.clientWidth
      if (widths.reduce((sum, width) => sum + width, 0) > left) left -= menuWidth
      let fits = 0
      for (const width of widths) {
        if (width > left) break
        left -= width
        fits++
      }
      setFitting(fits)
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [selector, gap, menuWidth, scrollsUpTo, signature])
  return { box, fitting }
}

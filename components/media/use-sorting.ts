'use client'

import { type KeyboardEvent, type PointerEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useMediaMessages } from '@/lib/client/messages/areas/media'
import { moved } from './order'

/** Pixels the pointer moves before a press becomes a drag. */
const threshold = 5

type Held = { from: number; to: number; by: 'keys' | 'pointer' }
type Pressed = { index: number; x: number; y: number }

type Options = {
  ids: readonly string[]
  onMove: (ids: string[]) => void
  onRemove: (index: number) => void
  enabled: boolean
}

/**
 * Sorting a grid of tiles of one size, by pointer and by keyboard. While a tile is held only `placeOf` changes, for the
 * CSS `order` of tiles: the elements stay where they are in the document, and so do focus and pointer.
 */
export function useSorting({ ids, onMove, onRemove, enabled }: Options) {
  const m = useMediaMessages()
  const list = useRef<HTMLUListElement>(null)
  const pressed = useRef<Pressed>(undefined)
  const focusNext = useRef<string>(undefined)
  const [held, setHeld] = useState<Held>()
  const [pointer, setPointer] = useState({ x: 0, y: 0 })
  const [said, say] = useState('')
  const [active, setActive] = useState(0)
  const count = ids.length
  const current = Math.min(active, count - 1)
  const order = held ? moved([...ids.keys()], held.from, held.to) : [...ids.keys()]

  const tiles = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-tile]') ?? [])]
  const focus = (index: number) => {
    setActive(index)
    tiles()[index]?.querySelector<HTMLElement>('[data-handle]')?.focus()
  }
  useLayoutEffect(() => {
    if (focusNext.current === undefined) return
    const index = ids.indexOf(focusNext.current)
    focusNext.current = undefined
    if (index < 0) return
    setActive(index)
    list.current
      ?.querySelectorAll<HTMLElement>('[data-tile]')
      [index]?.querySelector<HTMLElement>('[data-handle]')
      ?.focus({ preventScroll: true })
  }, [ids])

  const drop = ({ from, to, by }: Held) => {
    setHeld(undefined)
    say(from === to ? m.putBack({ at: from + 1, count }) : m.moved({ from: from + 1, to: to + 1, count }))
    if (from === to) return
    if (by === 'keys') focusNext.current = ids[from]
    setActive(to)
    onMove(moved(ids, from, to))
  }
  const cancel = ({ from }: Held) => {
    setHeld(undefined)
    say(m.putBack({ at: from + 1, count }))
  }
  const shift = (state: Held, to: number) => {
    const next = Math.max(0, Math.min(count - 1, to))
    if (next === state.to) return
    setHeld({ ...state, to: next })
    say(m.at({ at: next + 1, count }))
  }

  /** How many tiles stand in a row. */
  const perRow = () => {
    const tops = tiles().map((tile) => tile.offsetTop)
    const first = Math.min(...tops)
    return Math.max(1, tops.filter((top) => top === first).length)
  }
  const stepOf = (key: string): number | undefined => {
    const steps: Record<string, () => number> = {
      ArrowLeft: () => -1,
      ArrowRight: () => 1,
      ArrowUp: () => -perRow(),
      ArrowDown: () => perRow(),
      Home: () => -count,
      End: () => count,
    }
    return steps[key]?.()
  }

  const onKeyDown = (index: number) => (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { key } = event
    const step = stepOf(key)
    const keys = held?.by === 'keys' ? held : undefined
    const use = () => {
      event.preventDefault()
      event.stopPropagation()
    }
    if (key === ' ' || key === 'Enter') {
      use()
      if (keys) return drop(keys)
      setHeld({ from: index, to: index, by: 'keys' })
      say(m.taken({ at: index + 1, count }))
    } else if (key === 'Escape' && keys) {
      use()
      cancel(keys)
    } else if (step !== undefined) {
      use()
      if (keys) shift(keys, keys.to + step)
      else focus(Math.max(0, Math.min(count - 1, index + step)))
    } else if ((key === 'Delete' || key === 'Backspace') && !held) {
      use()
      remove(index)
    }
  }
  const remove = (index: number) => {
    focusNext.current = ids[index + 1] ?? ids[index - 1]
    say(m.removed({ at: index + 1, count: count - 1 }))
    onRemove(index)
  }

  /** The place under the pointer, as tiles stand now. */
  const placeAt = (x: number, y: number): number => {
    const distances = tiles().map((tile, index) => {
      const box = tile.getBoundingClientRect()
      return { index, far: Math.hypot(x - box.x - box.width / 2, y - box.y - box.height / 2) }
    })
    const nearest = distances.reduce((best, each) => (each.far < best.far ? each : best))
    return order.indexOf(nearest.index)
  }
  const onPointerDown = (index: number) => (event: PointerEvent) => {
    const onGrip = event.target instanceof Element && event.target.closest('[data-grip]') !== null
    // Fingers scroll by touching tiles; they move one by its grip.
    if (!enabled || event.button !== 0 || held || (event.pointerType !== 'mouse' && !onGrip)) return
    pressed.current = { index, x: event.clientX, y: event.clientY }
  }

  const moving = useRef({
    move: (_event: globalThis.PointerEvent) => {},
    up: () => {},
    key: (_: globalThis.KeyboardEvent) => {},
  })
  useEffect(() => {
    moving.current = {
      move(event) {
        const start = pressed.current
        if (!start) return
        setPointer({ x: event.clientX, y: event.clientY })
        if (held) return shift(held, placeAt(event.clientX, event.clientY))
        if (Math.hypot(event.clientX - start.x, event.clientY - start.y) < threshold) return
        setHeld({ from: start.index, to: start.index, by: 'pointer' })
      },
      up() {
        const wasPressed = pressed.current !== undefined
        pressed.current = undefined
        if (wasPressed && held?.by === 'pointer') drop(held)
      },
      key(event) {
        if (event.key !== 'Escape' || held?.by !== 'pointer') return
        event.preventDefault()
        event.stopPropagation()
        pressed.current = undefined
        cancel(held)
      },
    }
  })
  useEffect(() => {
    const move = (event: globalThis.PointerEvent) => moving.current.move(event)
    const up = () => moving.current.up()
    const key = (event: globalThis.KeyboardEvent) => moving.current.key(event)
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', up)
    window.addEventListener('keydown', key, true)
    return () => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', up)
      window.removeEventListener('keydown', key, true)
    }
  }, [])

  return {
    list,
    said,
    say,
    remove,
    /** The tile that is held, and where the pointer has it. */
    held,
    pointer,
    placeOf: (index: number) => order.indexOf(index),
    handleProps: (index: number) => ({
      'data-handle': true,
      tabIndex: index === current ? 0 : -1,
      'aria-pressed': held?.from === index,
      onFocus: () => setActive(index),
      onKeyDown: onKeyDown(index),
      onPointerDown: onPointerDown(index),
      onBlur: () => {
        if (held?.by === 'keys' && held.from === index) drop(held)
      },
    }),
  }
}

'use client'

import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { TreeNode } from '@/lib/client/trees'
import { type Drop, projectDrop } from './project-drop'
import { type NodeRow, type TreeRow, topmost } from './tree-state'
import type { TreeStore } from './tree-store'

const startPx = 5
const edgePx = 48
const openMs = 600

export type Dragging = { ids: readonly string[]; name: string; drop: Drop; x: number; y: number }

type Options = {
  scroller: RefObject<HTMLElement | null>
  store: TreeStore
  rows: readonly TreeRow[]
  rowHeight: number
  indent: number
  selected: ReadonlySet<string>
  onDrop: (nodes: TreeNode[], drop: Drop) => void
}

/**
 * Dragging nodes by pointer: begins after 5 px, up and down is the order, sideways the depth. A closed node opens when
 * the line rests in it, the list scrolls near its edges, Escape gives up.
 */
export function useTreeDrag(options: Options) {
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  const [dragging, setDragging] = useState<Dragging>()
  const stop = useRef<() => void>(undefined)
  const justDropped = useRef(false)
  useEffect(() => () => stop.current?.(), [])

  const onPointerDown = (event: PointerEvent, row: NodeRow) => {
    if (event.button !== 0 || !event.isPrimary || event.ctrlKey || event.metaKey || event.shiftKey) return
    const from = { x: event.clientX, y: event.clientY, depth: row.depth }
    const pointer = { x: from.x, y: from.y }
    let ids: string[] | undefined
    let frame = 0
    let resting: { id: string; since: number } | undefined
    let drop: Drop | undefined

    const project = () => {
      const { scroller, rows, store, rowHeight, indent } = latest.current
      const box = scroller.current
      if (!box || !ids) return
      const y = pointer.y - box.getBoundingClientRect().top + box.scrollTop
      const gap = Math.max(0, Math.min(rows.length, Math.round(y / rowHeight)))
      const depth = Math.max(0, from.depth + Math.round((pointer.x - from.x) / indent))
      drop = projectDrop({ rows, state: store.get(), ids, gap, depth })
      const name = store.get().nodes.get(ids[0]!)?.name ?? ''
      setDragging({ ids, name, drop, x: pointer.x, y: pointer.y })
    }
    const tick = (at: number) => {
      frame = requestAnimationFrame(tick)
      const { scroller, store } = latest.current
      const box = scroller.current
      if (!box || !ids) return
      const { top, bottom } = box.getBoundingClientRect()
      const over = pointer.y < top + edgePx ? pointer.y - top - edgePx : Math.max(0, pointer.y - bottom + edgePx)
      if (over !== 0) {
        box.scrollTop += Math.max(-1, Math.min(1, over / edgePx)) * 14
        project()
      }
      const inside = drop?.inside && !drop.problem && drop.parent ? drop.parent : undefined
      if (inside !== resting?.id) resting = inside ? { id: inside, since: at } : undefined
      else if (resting && at - resting.since > openMs) {
        const { id } = resting
        resting = undefined
        // What cannot be loaded stays closed; the drop still works.
        store.open([id]).then(project, () => undefined)
      }
    }
    const onMove = (move: globalThis.PointerEvent) => {
      pointer.x = move.clientX
      pointer.y = move.clientY
      if (!ids) {
        if (Math.hypot(pointer.x - from.x, pointer.y - from.y) < startPx) return
        const { selected, store, rows } = latest.current
        const order = rows.flatMap((each) => (each.kind === 'node' && selected.has(each.node.id) ? [each.node.id] : []))
        ids = selected.has(row.node.id) ? topmost(store.get().nodes, order) : [row.node.id]
        frame = requestAnimationFrame(tick)
      }
      move.preventDefault()
      project()
    }
    const end = () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', end)
      window.removeEventListener('keydown', onKey, true)
      stop.current = undefined
      setDragging(undefined)
    }
    const onUp = () => {
      const { store, onDrop } = latest.current
      if (ids) {
        // The click that follows belongs to the drag.
        justDropped.current = true
        setTimeout(() => {
          justDropped.current = false
        })
        if (drop && !drop.problem && !drop.same) {
          const nodes = ids.flatMap((id) => store.get().nodes.get(id) ?? [])
          onDrop(nodes, drop)
        }
      }
      end()
    }
    const onKey = (key: KeyboardEvent) => {
      if (key.key !== 'Escape' || !ids) return
      key.preventDefault()
      key.stopPropagation()
      end()
    }
    stop.current = end
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', end)
    window.addEventListener('keydown', onKey, true)
  }
  return { dragging, onPointerDown, wasDrag: () => justDropped.current }
}

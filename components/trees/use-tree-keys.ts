'use client'

import { type KeyboardEvent, useRef } from 'react'
import type { TreeNode } from '@/lib/client/trees'
import type { Direction } from './keyboard-move'
import type { NodeRow, TreeRow } from './tree-state'
import { levelKey } from './tree-state'
import type { TreeStore } from './tree-store'
import { typeAhead, typeAheadMs } from './type-ahead'

type Options = {
  store: TreeStore
  rows: readonly TreeRow[]
  /** While searching nothing opens, closes or moves. */
  isSearch: boolean
  mayEdit: boolean
  selected: ReadonlySet<string>
  onGo: (index: number) => void
  onSelect: (ids: ReadonlySet<string>) => void
  onMove: (row: NodeRow, direction: Direction) => void
  onOpen: (node: TreeNode) => void
  onRename: (node: TreeNode) => void
  onAdd: (parent: string | null, after?: string) => void
  onDelete: (node: TreeNode) => void
  onMoveTo: (node: TreeNode) => void
  attempt: (act: Promise<unknown>) => void
}

const directions: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
}

/** Keys that mean something by themselves, so that no name is typed with them first; in capitals they do. */
const commands = new Set(['g', 'm', 'n', 'N', 'z', 'Z', '?', '/', '*', ' '])

/** The keys of a tree (ARIA tree pattern), and those that change it. */
export function useTreeKeys(options: Options) {
  const typed = useRef({ text: '', at: 0 })
  const anchor = useRef<string>(undefined)

  const extend = (from: number, to: number) => {
    const { rows, onSelect, onGo } = options
    const start = rows.findIndex(({ key }) => key === anchor.current)
    const first = start < 0 ? from : start
    if (start < 0) anchor.current = rows[from]?.key
    const range = rows.slice(Math.min(first, to), Math.max(first, to) + 1)
    onSelect(new Set(range.flatMap((row) => (row.kind === 'node' ? [row.node.id] : []))))
    onGo(to)
  }

  return {
    /** A pointer chose a row: from here a range begins. */
    setAnchor: (key: string) => {
      anchor.current = key
    },
    extendTo: (from: number, to: number) => extend(from, to),
    onKeyDown: (event: KeyboardEvent, at: number) => {
      const { store, rows, isSearch, mayEdit, selected, attempt } = options
      const row = rows[at]
      if (!row || event.nativeEvent.isComposing || event.keyCode === 229) return
      const used = () => {
        event.preventDefault()
        event.stopPropagation()
      }
      const { key } = event
      const node = row.kind === 'node' ? row.node : undefined

      if (event.altKey) {
        const direction = directions[key]
        if (!direction || event.ctrlKey || event.metaKey) return
        used()
        if (mayEdit && !isSearch && row.kind === 'node') options.onMove(row, direction)
        return
      }
      if (event.ctrlKey || event.metaKey) {
        if (key === ' ' && node && mayEdit) {
          used()
          toggle(node.id)
        } else if (key === 'a' && node && mayEdit) {
          used()
          const siblings = rows.flatMap((each) =>
            each.kind === 'node' && each.node.parent === node.parent ? [each.node.id] : [],
          )
          options.onSelect(new Set(siblings))
        }
        return
      }
      const isTyping = event.timeStamp - typed.current.at < typeAheadMs && typed.current.text !== ''
      if (key.length === 1 && (isTyping || !commands.has(key))) {
        used()
        const text = isTyping ? typed.current.text + key : key
        typed.current = { text, at: event.timeStamp }
        const names = rows.map((each) => (each.kind === 'node' ? each.node.name : ''))
        const found = typeAhead(names, at, text)
        if (found !== undefined) options.onGo(found)
        return
      }
      if (event.shiftKey && (key === 'ArrowDown' || key === 'ArrowUp') && mayEdit) {
        used()
        extend(at, Math.max(0, Math.min(rows.length - 1, at + (key === 'ArrowDown' ? 1 : -1))))
        return
      }
      const page = 12
      switch (key) {
        case 'ArrowDown':
          used()
          return options.onGo(at + 1)
        case 'ArrowUp':
          used()
          return options.onGo(at - 1)
        case 'Home':
          used()
          return options.onGo(0)
        case 'End':
          used()
          return options.onGo(rows.length - 1)
        case 'PageDown':
          used()
          return options.onGo(Math.min(rows.length - 1, at + page))
        case 'PageUp':
          used()
          return options.onGo(Math.max(0, at - page))
        case 'ArrowRight':
          used()
          if (row.kind === 'more') return attempt(store.more(row.parent))
          if (row.isOpen === false && !isSearch) return attempt(store.open([row.node.id]))
          if (row.isOpen) options.onGo(at + 1)
          return
        case 'ArrowLeft': {
          used()
          if (row.kind === 'node' && row.isOpen && !isSearch) return store.close([row.node.id])
          const parent = row.kind === 'node' ? row.node.parent : row.parent
          const above = rows.findIndex((each) => each.key === parent)
          if (above >= 0) options.onGo(above)
          return
        }
        case '*':
          used()
          if (isSearch || !node) return
          return attempt(
            store.open(
              (store.get().levels.get(levelKey(node.parent))?.ids ?? []).filter(
                (id) => (store.get().nodes.get(id)?.numberOfChildren ?? 0) > 0,
              ),
            ),
          )
        case 'Enter':
          used()
          if (row.kind === 'more') return attempt(store.more(row.parent))
          return options.onOpen(row.node)
        case 'Escape':
          if (selected.size === 0) return
          used()
          anchor.current = undefined
          return options.onSelect(new Set())
      }
      if (!mayEdit || !node) return
      switch (key) {
        case ' ':
          used()
          return toggle(node.id)
        case 'F2':
          used()
          return options.onRename(node)
        case 'n':
        case 'Insert':
          used()
          return options.onAdd(node.id)
        case 'N':
          used()
          return options.onAdd(node.parent, node.id)
        case 'm':
          used()
          return options.onMoveTo(node)
        case 'Delete':
          used()
          return options.onDelete(node)
      }
    },
  }

  function toggle(id: string) {
    const next = new Set(options.selected)
    if (!next.delete(id)) next.add(id)
    anchor.current = id
    options.onSelect(next)
  }
}

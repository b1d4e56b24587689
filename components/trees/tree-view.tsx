'use client'

import { useMediaQuery } from '@mantine/hooks'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useWindow } from '@/components/ui/use-window'
import { useTreeMessages } from '@/lib/client/messages/areas/trees'
import { useMessages } from '@/lib/client/messages/use-messages'
import type { TreeNode } from '@/lib/client/trees'
import type { Direction } from './keyboard-move'
import { LineMenu } from './line-menu'
import { NameInput } from './name-input'
import { type Editing, withNew } from './new-line'
import type { Drop } from './project-drop'
import { type LineActs, TreeLine } from './tree-line'
import look from './tree-row.module.css'
import type { NodeRow, TreeRow } from './tree-state'
import type { TreeStore } from './tree-store'
import css from './tree-view.module.css'
import { useTreeDrag } from './use-tree-drag'
import { useTreeKeys } from './use-tree-keys'

const indent = 22
/** Left of the roots. */
const gutter = 16
/** Deeper levels stand no further in, so that names stay readable. */
const deepestIndent = 14

const insetOf = (depth: number) => gutter + Math.min(depth, deepestIndent) * indent

type Props = {
  store: TreeStore
  label: string
  rows: readonly TreeRow[]
  words?: string
  mayEdit: boolean
  shownId: string | undefined
  focused: string | undefined
  /** Raised by one whenever the focus should go into the tree. */
  focusTurn: number
  onFocused: (key: string) => void
  selected: ReadonlySet<string>
  onSelect: (ids: ReadonlySet<string>) => void
  editing: Editing | undefined
  onEditing: (editing: Editing | undefined) => void
  onRename: (node: TreeNode, name: string) => void
  onCreate: (name: string, parent: string | null, after?: string) => void
  onOpen: (node: TreeNode) => void
  onStep: (node: TreeNode, direction: Direction) => void
  onDrop: (nodes: TreeNode[], drop: Drop) => void
  onMoveTo: (node: TreeNode) => void
  onArchive: (node: TreeNode) => void
  onDelete: (node: TreeNode) => void
  onAdd: (parent: string | null, after?: string) => void
  attempt: (act: Promise<unknown>) => void
}

/** An ARIA tree whose lines are drawn only where they are seen. */
export function TreeView(props: Props) {
  const { store, rows, words, mayEdit, focused, focusTurn, onFocused, selected, onSelect, editing, attempt } = props
  const t = useMessages()
  const m = useTreeMessages()
  const isCoarse = useMediaQuery('(pointer: coarse)') ?? false
  const rowHeight = isCoarse ? 44 : 32
  const scroller = useRef<HTMLDivElement>(null)
  const tree = useRef<HTMLDivElement>(null)
  const [menuId, setMenuId] = useState<string>()
  const isSearch = words !== undefined
  const lines = withNew(rows, editing)
  const { first, last, show } = useWindow(scroller, lines.length, rowHeight)
  const found = lines.findIndex(({ key }) => key === focused)
  const focusedAt = found < 0 ? 0 : found
  const newAt = editing?.kind === 'new' ? lines.findIndex(({ kind }) => kind === 'new') : -1

  const wantsFocus = useRef(false)
  const shownTurn = useRef(focusTurn)
  if (shownTurn.current !== focusTurn) {
    shownTurn.current = focusTurn
    wantsFocus.current = true
  }
  useEffect(() => {
    if (newAt >= 0) show(newAt)
  }, [newAt, show])
  // After every drawing: the line that should have the focus may have come with it.
  useEffect(() => {
    if (!wantsFocus.current || editing || found < 0) return
    show(focusedAt)
    const line = tree.current?.querySelector<HTMLElement>(`[data-key="${focused}"]`)
    if (!line) return
    wantsFocus.current = false
    line.focus({ preventScroll: true })
  })

  const go = (index: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))]
    if (!row) return
    wantsFocus.current = true
    onFocused(row.key)
    show(lines.indexOf(row))
  }
  const finishEditing = () => {
    props.onEditing(undefined)
    wantsFocus.current = true
  }
  const keys = useTreeKeys({
    store,
    rows,
    isSearch,
    mayEdit,
    selected,
    attempt,
    onGo: go,
    onSelect,
    onMove: (row, direction) => props.onStep(row.node, direction),
    onOpen: props.onOpen,
    onRename: (node) => props.onEditing({ kind: 'rename', id: node.id }),
    onAdd: props.onAdd,
    onDelete: props.onDelete,
    onMoveTo: props.onMoveTo,
  })
  const drag = useTreeDrag({ scroller, store, rows, rowHeight, indent, selected, onDrop: props.onDrop })
  const { dragging } = drag

  const onKeyDown = (event: KeyboardEvent) => {
    if (editing) return
    const key = (event.target as HTMLElement).closest<HTMLElement>('[data-key]')?.dataset.key
    keys.onKeyDown(
      event,
      rows.findIndex((row) => row.key === key),
    )
  }
  const indices = Array.from({ length: last - first }, (_, i) => first + i)
  if (lines.length > 0 && (focusedAt < first || focusedAt >= last)) {
    if (focusedAt < first) indices.unshift(focusedAt)
    else indices.push(focusedAt)
  }
  const place = (index: number, depth: number) => ({
    top: index * rowHeight,
    height: rowHeight,
    paddingInlineStart: insetOf(depth),
  })
  const doing: LineActs = {
    focus: (row) => onFocused(row.key),
    click: (row, event) => {
      if (drag.wasDrag() || editing) return
      if (event.shiftKey && mayEdit) return keys.extendTo(focusedAt, rows.indexOf(row))
      keys.setAnchor(row.key)
      onFocused(row.key)
      if ((event.ctrlKey || event.metaKey) && mayEdit) {
        const next = new Set(selected)
        if (!next.delete(row.node.id)) next.add(row.node.id)
        return onSelect(next)
      }
      if (selected.size > 0) onSelect(new Set())
      props.onOpen(row.node)
    },
    toggle: (row) => {
      if (isSearch) return
      onFocused(row.key)
      if (row.isOpen) store.close([row.node.id])
      else attempt(store.open([row.node.id]))
    },
    menu: (row) => {
      onFocused(row.key)
      setMenuId(row.node.id)
    },
    press: (row, event) => {
      if (mayEdit && !isSearch && !editing) drag.onPointerDown(event, row)
    },
  }
  const latest = useRef(doing)
  useEffect(() => {
    latest.current = doing
  })
  const [acts] = useState<LineActs>(() => ({
    focus: (row) => latest.current.focus(row),
    click: (row, event) => latest.current.click(row, event),
    toggle: (row) => latest.current.toggle(row),
    menu: (row) => latest.current.menu(row),
    press: (row, event) => latest.current.press(row, event),
  }))
  const node = (row: NodeRow, index: number) => (
    <TreeLine
      key={row.key}
      row={row}
      top={index * rowHeight}
      height={rowHeight}
      inset={insetOf(row.depth)}
      words={words}
      isFocused={index === focusedAt}
      isSelected={selected.has(row.node.id)}
      isShown={props.shownId === row.node.id}
      isInHand={dragging?.ids.includes(row.node.id) ?? false}
      isTarget={dragging?.drop.inside === true && dragging.drop.parent === row.node.id}
      mayEdit={mayEdit}
      input={
        editing?.kind === 'rename' && editing.id === row.node.id ? (
          <NameInput
            initial={row.node.name}
            label={m.renameLabel({ name: row.node.name })}
            onCancel={finishEditing}
            onDone={(name) => {
              finishEditing()
              props.onRename(row.node, name)
            }}
          />
        ) : undefined
      }
      menu={
        menuId === row.node.id ? (
          <LineMenu
            kind={store.kind}
            node={row.node}
            isSearch={isSearch}
            onClose={() => {
              setMenuId(undefined)
              wantsFocus.current = !editing
            }}
            onOpen={() => props.onOpen(row.node)}
            onRename={() => props.onEditing({ kind: 'rename', id: row.node.id })}
            onAdd={(where) => {
              if (where === 'child') props.onAdd(row.node.id)
              else props.onAdd(row.node.parent, row.node.id)
            }}
            onStep={(direction) => props.onStep(row.node, direction)}
            onMoveTo={() => props.onMoveTo(row.node)}
            onArchive={() => props.onArchive(row.node)}
            onDelete={() => props.onDelete(row.node)}
          />
        ) : undefined
      }
      acts={acts}
    />
  )
  return (
    <div ref={scroller} className={css.scroller} data-dragging={dragging ? '' : undefined}>
      <div
        ref={tree}
        role="tree"
        tabIndex={-1}
        aria-label={props.label}
        aria-multiselectable={mayEdit}
        className={css.tree}
        style={{ height: lines.length * rowHeight }}
        onKeyDown={onKeyDown}
      >
        {indices.map((index) => {
          const row = lines[index]!
          if (row.kind === 'node') return node(row, index)
          if (row.kind === 'new') {
            return (
              <div key="new" className={`${look.row} ${css.line}`} style={place(index, row.depth)} role="none">
                <span className={look.toggle} />
                <NameInput
                  initial=""
                  label={m.newName}
                  placeholder={m.newName}
                  onCancel={finishEditing}
                  onDone={(name) => {
                    const { parent, after } = editing as Extract<Editing, { kind: 'new' }>
                    finishEditing()
                    props.onCreate(name, parent, after)
                  }}
                />
              </div>
            )
          }
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys.
            <div
              key={row.key}
              role="treeitem"
              data-key={row.key}
              tabIndex={index === focusedAt ? 0 : -1}
              aria-level={row.depth + 1}
              aria-selected={false}
              className={`${look.row} ${css.line}`}
              style={place(index, row.depth)}
              onFocus={() => onFocused(row.key)}
              onClick={() => attempt(store.more(row.parent))}
            >
              <span className={look.toggle} />
              <span className={look.more}>{row.isLoading ? t.app.loading : m.more({ count: row.left })}</span>
            </div>
          )
        })}
        {dragging && (
          <div
            className={css.drop}
            data-problem={dragging.drop.problem}
            aria-hidden="true"
            style={{
              top: dragging.drop.gap * rowHeight,
              insetInlineStart: insetOf(dragging.drop.depth) + 4,
            }}
          />
        )}
      </div>
      {dragging && (
        <div className={css.hand} style={{ left: dragging.x + 14, top: dragging.y + 12 }} aria-hidden="true">
          <strong>{dragging.ids.length === 1 ? dragging.name : m.nodes({ count: dragging.ids.length })}</strong>
          <span data-problem={dragging.drop.problem}>
            {dragging.drop.problem
              ? m.problems[dragging.drop.problem]
              : m.dropUnder({
                  parent: dragging.drop.parent ? (store.get().nodes.get(dragging.drop.parent)?.name ?? '') : null,
                })}
          </span>
        </div>
      )}
    </div>
  )
}

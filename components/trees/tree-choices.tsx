'use client'

import { IconCheck, IconChevronRight } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { explain } from '@/components/ui/failure'
import { useWindow } from '@/components/ui/use-window'
import { useTreeMessages } from '@/lib/client/messages/areas/trees'
import { useMessages } from '@/lib/client/messages/use-messages'
import type { TreeKind, TreeNode } from '@/lib/client/trees'
import { Highlight } from './highlight'
import css from './tree-picker.module.css'
import look from './tree-row.module.css'
import { flatten, foundRows, type TreeRow } from './tree-state'
import { useFound } from './use-found'
import { useTree, useTreeState } from './use-tree'

const rowHeight = 32

type Props = {
  kind: TreeKind
  value: readonly string[]
  max: number
  blocked?: (node: TreeNode) => string | undefined
  listId: string
  words: string
  activeId: string | undefined
  onActive: (id: string | undefined) => void
  onToggle: (node: TreeNode) => void
  /** Set to what the field's keys do while this is open; true when a key was used. */
  keys: { current: ((event: KeyboardEvent<HTMLInputElement>) => boolean) | undefined }
  /** The words whose first match is chosen once it has come; undefined for none. */
  awaited: { current: string | undefined }
}

/** The tree a field chooses from. The field keeps the focus and its keys; rows only take the pointer. */
export function TreeChoices(props: Props) {
  const { kind, value, max, blocked, listId, words, activeId, onActive, onToggle, keys, awaited } = props
  const t = useMessages()
  const m = useTreeMessages()
  const scroller = useRef<HTMLDivElement>(null)
  const store = useTree(kind, true)
  const state = useTreeState(store)
  const [failure, setFailure] = useState<unknown>()
  const [started, setStarted] = useState(false)
  const found = useFound(kind, words, true)
  const attempt = (run: Promise<unknown>) => {
    setFailure(undefined)
    run.catch(setFailure)
  }
  if (!started) {
    setStarted(true)
    // What is chosen is shown in its place.
    queueMicrotask(() => attempt(store.start().then(() => (value[0] ? store.reveal(value[0]) : undefined))))
  }
  const isSearch = words.trim() !== ''
  const rows: TreeRow[] = isSearch ? (found.data ? foundRows(found.data) : []) : flatten(state)
  const { first, last, show } = useWindow(scroller, rows.length, rowHeight)
  const reasonOf = (node: TreeNode) => {
    if (value.includes(node.id)) return undefined
    if (node.isArchived) return m.picker.archivedReason
    return blocked?.(node) ?? (max > 1 && value.length >= max ? m.picker.atMost({ max }) : undefined)
  }
  const go = (index: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))]
    if (!row) return
    onActive(row.key)
    show(rows.indexOf(row))
  }
  const use = (row: TreeRow | undefined) => {
    if (!row) return
    if (row.kind === 'more') attempt(store.more(row.parent))
    else if (!reasonOf(row.node)) onToggle(row.node)
  }
  const firstMatch = () => rows.findIndex((row) => row.kind === 'node' && row.isMatch)
  const firstKey = isSearch ? rows[firstMatch()]?.key : undefined
  useEffect(() => {
    // What Enter would choose is what is marked.
    if (firstKey) onActive(firstKey)
  }, [firstKey, onActive])
  // Enter before the answer has come chooses its first match.
  useEffect(() => {
    if (awaited.current === undefined || !found.isSettled) return
    const isStill = awaited.current === words
    awaited.current = undefined
    if (isStill) use(rows[firstMatch()])
  })
  keys.current = (event) => {
    const at = rows.findIndex((row) => row.key === activeId)
    const row = rows[at]
    switch (event.key) {
      case 'ArrowDown':
        go(at < 0 && isSearch ? firstMatch() : at + 1)
        return true
      case 'ArrowUp':
        go(at < 0 ? rows.length - 1 : at - 1)
        return true
      case 'PageDown':
        go(at + 8)
        return true
      case 'PageUp':
        go(at - 8)
        return true
      case 'Enter':
        if (isSearch && !found.isSettled) awaited.current = words
        else use(row ?? (isSearch ? rows[firstMatch()] : undefined))
        return true
      case 'ArrowRight':
        if (isSearch || row?.kind !== 'node' || row.isOpen === undefined) return false
        if (row.isOpen) go(at + 1)
        else attempt(store.open([row.node.id]))
        return true
      case 'ArrowLeft':
        if (isSearch || !row) return false
        if (row.kind === 'node' && row.isOpen) store.close([row.node.id])
        else go(rows.findIndex((each) => each.key === (row.kind === 'node' ? row.node.parent : row.parent)))
        return true
      default:
        return false
    }
  }
  useEffect(
    () => () => {
      keys.current = undefined
    },
    [keys],
  )
  const error = isSearch ? found.error : failure
  const isWaiting = isSearch ? !found.data && !error : !state.levels.has('root') && !error
  const left = isSearch && found.data ? found.data.total - found.data.value.length : 0
  return (
    <>
      <div ref={scroller} className={css.scroller} tabIndex={-1}>
        <div
          id={listId}
          role="tree"
          aria-label={m.kinds[kind].tree}
          aria-multiselectable={max > 1}
          aria-busy={isWaiting || undefined}
          style={{ height: rows.length * rowHeight, position: 'relative' }}
        >
          {rows.slice(first, last).map((row, i) => {
            const style = { top: (first + i) * rowHeight, paddingInlineStart: 8 + Math.min(row.depth, 8) * 16 }
            const isActive = row.key === activeId
            if (row.kind === 'more') {
              return (
                <div
                  key={row.key}
                  id={`${listId}-${row.key}`}
                  role="treeitem"
                  tabIndex={-1}
                  aria-level={row.depth + 1}
                  aria-selected={false}
                  className={`${look.row} ${css.row}`}
                  data-active={isActive || undefined}
                  style={style}
                  onClick={() => use(row)}
                  onKeyDown={undefined}
                >
                  <span className={look.toggle} />
                  <span className={look.more}>{row.isLoading ? t.app.loading : m.more({ count: row.left })}</span>
                </div>
              )
            }
            const { node, isOpen, isMatch } = row
            const reason = reasonOf(node)
            const isChosen = value.includes(node.id)
            return (
              // The field has the focus and the keys; rows only take the pointer.
              // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
              <div
                key={row.key}
                id={`${listId}-${row.key}`}
                role="treeitem"
                tabIndex={-1}
                aria-level={row.depth + 1}
                aria-posinset={row.position}
                aria-setsize={row.size}
                aria-expanded={isOpen}
                aria-selected={isChosen}
                aria-disabled={reason ? true : undefined}
                className={`${look.row} ${css.row}`}
                data-active={isActive || undefined}
                data-dim={isMatch === false || undefined}
                title={reason}
                style={style}
                onMouseMove={() => activeId !== row.key && onActive(row.key)}
                onClick={() => use(row)}
              >
                <button
                  type="button"
                  className={look.toggle}
                  tabIndex={-1}
                  aria-hidden="true"
                  disabled={isOpen === undefined || isSearch}
                  onClick={(event) => {
                    event.stopPropagation()
                    if (isOpen) store.close([node.id])
                    else attempt(store.open([node.id]))
                  }}
                >
                  {isOpen !== undefined && <IconChevronRight size={15} data-open={isOpen || undefined} />}
                </button>
                <span className={`od-cut ${look.name}`}>
                  <Highlight text={node.name} words={isSearch ? words : undefined} />
                  {node.code && <span className={look.code}>{node.code}</span>}
                </span>
                {reason && isActive ? (
                  <span className={`od-cut ${css.reason}`}>{reason}</span>
                ) : (
                  node.isArchived && <span className={`od-cut ${css.reason}`}>{m.picker.archived}</span>
                )}
                {isChosen && <IconCheck size={16} className={css.check} aria-hidden />}
              </div>
            )
          })}
        </div>
        {isWaiting && <p className={`od-muted ${css.note}`}>{t.app.loading}</p>}
        {error !== undefined && error !== null && (
          <p className={`od-muted ${css.note}`} role="alert">
            {m.kinds[kind].failed}. {explain(error, t)}
          </p>
        )}
        {!isWaiting && !error && rows.length === 0 && (
          <p className={`od-muted ${css.note}`}>{isSearch ? m.picker.noMatch : m.kinds[kind].emptyTitle}</p>
        )}
      </div>
      <div className={css.foot}>
        <span role="status">
          {left > 0
            ? m.picker.moreMatches({ count: left })
            : isSearch && found.data
              ? m.picker.matches({ count: found.data.total })
              : m.picker.keys}
        </span>
      </div>
    </>
  )
}

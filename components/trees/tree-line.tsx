'use client'

import { IconArchive, IconChevronRight, IconDots, IconGripVertical, IconLoader2 } from '@tabler/icons-react'
import { type MouseEvent, memo, type PointerEvent, type ReactNode } from 'react'
import { Tag } from '@/components/ui/tag'
import { formatNumber } from '@/lib/client/format'
import { useTreeMessages } from '@/lib/client/messages/areas/trees'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { Highlight } from './highlight'
import look from './tree-row.module.css'
import type { NodeRow } from './tree-state'
import css from './tree-view.module.css'

/** What the pointer does to lines. The same object for all of them and all the time, so that a line is drawn anew only when it itself changes. */
export type LineActs = {
  focus: (row: NodeRow) => void
  click: (row: NodeRow, event: MouseEvent) => void
  toggle: (row: NodeRow) => void
  menu: (row: NodeRow) => void
  press: (row: NodeRow, event: PointerEvent) => void
}

type Props = {
  row: NodeRow
  top: number
  height: number
  /** Pixels from the edge. */
  inset: number
  words?: string
  isFocused: boolean
  isSelected: boolean
  isShown: boolean
  isInHand: boolean
  isTarget: boolean
  mayEdit: boolean
  acts: LineActs
  /** In place of the name while it is written anew. */
  input?: ReactNode
  menu?: ReactNode
}

/** One node of the tree. */
export const TreeLine = memo(function TreeLine(props: Props) {
  const { row, words, isFocused, isSelected, isShown, isInHand, isTarget, mayEdit, acts, input, menu } = props
  const { locale } = useLanguage()
  const m = useTreeMessages()
  const { node, isOpen, isMatch, isLoading } = row
  const { numberOfProducts: all, numberOfOwnProducts: own } = node
  const counts = m.counts({ own, all })
  return (
    // The tree itself has the keys; a line takes the focus and the pointer.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
    <div
      role="treeitem"
      data-key={row.key}
      tabIndex={isFocused ? 0 : -1}
      aria-level={row.depth + 1}
      aria-posinset={row.position}
      aria-setsize={row.size}
      aria-expanded={isOpen}
      aria-selected={isSelected}
      aria-current={isShown || undefined}
      aria-label={node.isArchived ? m.archivedName({ name: node.name }) : node.name}
      aria-description={counts}
      className={`${look.row} ${css.line}`}
      style={{ top: props.top, height: props.height, paddingInlineStart: props.inset }}
      data-archived={node.isArchived || undefined}
      data-hand={isInHand || undefined}
      data-target={isTarget || undefined}
      data-dim={isMatch === false || undefined}
      onFocus={(event) => event.target === event.currentTarget && acts.focus(row)}
      onClick={(event) => acts.click(row, event)}
      onPointerDown={(event) => event.pointerType === 'mouse' && acts.press(row, event)}
    >
      <button
        type="button"
        className={look.toggle}
        tabIndex={-1}
        aria-hidden="true"
        disabled={isOpen === undefined}
        onClick={(event) => {
          event.stopPropagation()
          acts.toggle(row)
        }}
      >
        {isLoading ? (
          <IconLoader2 size={15} className={css.spin} />
        ) : (
          isOpen !== undefined && <IconChevronRight size={16} data-open={isOpen || undefined} />
        )}
      </button>
      {input ?? (
        <span className={`od-cut ${look.name}`}>
          <Highlight text={node.name} words={words} />
          {node.code && (
            <span className={look.code}>
              <Highlight text={node.code} words={words} />
            </span>
          )}
          {node.isArchived && (
            <>
              {' '}
              <Tag>
                <IconArchive size={13} aria-hidden />
                {m.picker.archived}
              </Tag>
            </>
          )}
        </span>
      )}
      <span className={`${css.counts} od-number`} title={counts} aria-hidden="true">
        {all === own ? (
          formatNumber(locale, all)
        ) : (
          <>
            {formatNumber(locale, own)} <span>({formatNumber(locale, all)})</span>
          </>
        )}
      </span>
      {mayEdit && (
        <span className={css.tools}>
          {menu ?? (
            <button
              type="button"
              className={css.dots}
              tabIndex={-1}
              aria-hidden="true"
              title={m.menu.title({ name: node.name })}
              onClick={(event) => {
                event.stopPropagation()
                acts.menu(row)
              }}
              onPointerDown={(event) => event.stopPropagation()}
            >
              <IconDots size={16} />
            </button>
          )}
          <span
            className={css.grip}
            aria-hidden="true"
            onPointerDown={(event) => {
              if (event.pointerType === 'mouse') return
              event.preventDefault()
              acts.press(row, event)
            }}
          >
            <IconGripVertical size={16} />
          </span>
        </span>
      )}
    </div>
  )
})

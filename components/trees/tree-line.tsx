'use client'

import { ActionIcon } from '@mantine/core'
import { IconArchive, IconChevronRight, IconDots, IconGripVertical, IconLoader2 } from '@tabler/icons-react'
import type { MouseEvent, PointerEvent, ReactNode } from 'react'
import { formatNumber } from '@/lib/client/format'
import { useTreeMessages } from '@/lib/client/messages/areas/trees'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { Highlight } from './highlight'
import type { NodeRow } from './tree-state'
import css from './tree-view.module.css'

type Props = {
  row: NodeRow
  style: { top: number; height: number; paddingInlineStart: number }
  words?: string
  isFocused: boolean
  isSelected: boolean
  isShown: boolean
  isInHand: boolean
  isTarget: boolean
  mayEdit: boolean
  /** In place of the name while it is written anew. */
  input?: ReactNode
  menu?: ReactNode
  onFocus: () => void
  onClick: (event: MouseEvent) => void
  onToggle: () => void
  onMenu: () => void
  onPointerDown?: (event: PointerEvent) => void
}

/** One node of the tree. */
export function TreeLine(props: Props) {
  const { row, style, words, isFocused, isSelected, isShown, isInHand, isTarget, mayEdit, input, menu } = props
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
      className={css.line}
      style={style}
      data-archived={node.isArchived || undefined}
      data-hand={isInHand || undefined}
      data-target={isTarget || undefined}
      data-dim={isMatch === false || undefined}
      onFocus={(event) => event.target === event.currentTarget && props.onFocus()}
      onClick={props.onClick}
      onPointerDown={(event) => event.pointerType === 'mouse' && props.onPointerDown?.(event)}
    >
      <button
        type="button"
        className={css.toggle}
        tabIndex={-1}
        aria-hidden="true"
        disabled={isOpen === undefined}
        onClick={(event) => {
          event.stopPropagation()
          props.onToggle()
        }}
      >
        {isLoading ? (
          <IconLoader2 size={15} className={css.spin} />
        ) : (
          isOpen !== undefined && <IconChevronRight size={16} data-open={isOpen || undefined} />
        )}
      </button>
      {input ?? (
        <span className={css.name}>
          <Highlight text={node.name} words={words} />
          {node.code && (
            <span className={css.code}>
              <Highlight text={node.code} words={words} />
            </span>
          )}
          {node.isArchived && (
            <span className={css.badge}>
              <IconArchive size={13} aria-hidden />
              {m.picker.archived}
            </span>
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
            <ActionIcon
              size={26}
              tabIndex={-1}
              aria-hidden="true"
              title={m.menu.title({ name: node.name })}
              onClick={(event) => {
                event.stopPropagation()
                props.onMenu()
              }}
              onPointerDown={(event) => event.stopPropagation()}
            >
              <IconDots size={16} />
            </ActionIcon>
          )}
          <span
            className={css.grip}
            aria-hidden="true"
            onPointerDown={(event) => {
              if (event.pointerType === 'mouse') return
              event.preventDefault()
              props.onPointerDown?.(event)
            }}
          >
            <IconGripVertical size={16} />
          </span>
        </span>
      )}
    </div>
  )
}

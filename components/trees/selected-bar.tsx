'use client'

import { Button, CloseButton } from '@mantine/core'
import { useTreeMessages } from '@/lib/client/messages/areas/trees'
import type { TreeKind, TreeNode } from '@/lib/client/trees'
import css from './tree-page.module.css'

type Props = {
  kind: TreeKind
  nodes: readonly TreeNode[]
  onMoveTo: () => void
  onArchive: (nodes: TreeNode[], isArchived: boolean) => void
  onClear: () => void
}

/** What can be done to several nodes at once. */
export function SelectedBar({ kind, nodes, onMoveTo, onArchive, onClear }: Props) {
  const m = useTreeMessages()
  const isArchived = nodes.some((node) => !node.isArchived)
  return (
    <div className={css.bar} role="toolbar" aria-label={m.page.selected({ count: nodes.length })}>
      <strong>{m.page.selected({ count: nodes.length })}</strong>
      <Button size="compact-sm" variant="default" onClick={onMoveTo}>
        {m.menu.moveTo}
      </Button>
      {kind === 'categories' && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() =>
            onArchive(
              nodes.filter((node) => node.isArchived !== isArchived),
              isArchived,
            )
          }
        >
          {isArchived ? m.menu.archive : m.menu.unarchive}
        </Button>
      )}
      <CloseButton size="sm" aria-label={m.page.clearSelection} onClick={onClear} />
    </div>
  )
}

'use client'

import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArchive,
  IconArchiveOff,
  IconArrowDown,
  IconArrowUp,
  IconCornerDownRight,
  IconDots,
  IconForms,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react'
import { Key } from '@/components/ui/key'
import { useTreeMessages } from '@/lib/client/messages/areas/trees'
import { useMessages } from '@/lib/client/messages/use-messages'
import type { TreeKind, TreeNode } from '@/lib/client/trees'
import type { Direction } from './keyboard-move'

type Props = {
  kind: TreeKind
  node: TreeNode
  /** In a search nodes do not move by steps. */
  isSearch: boolean
  onClose: () => void
  onOpen: () => void
  onRename: () => void
  onAdd: (where: 'child' | 'sibling') => void
  onStep: (direction: Direction) => void
  onMoveTo: () => void
  onArchive: () => void
  onDelete: () => void
}

/** What the keys do, for the pointer; each entry names its key. */
export function LineMenu(props: Props) {
  const { kind, node, isSearch, onClose } = props
  const t = useMessages()
  const m = useTreeMessages()
  return (
    <Menu opened onChange={(opened) => !opened && onClose()} position="bottom-end" width={230} returnFocus={false}>
      <Menu.Target>
        <ActionIcon
          size={26}
          aria-label={m.menu.title({ name: node.name })}
          onClick={(event) => event.stopPropagation()}
        >
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown onClick={(event) => event.stopPropagation()} onKeyDown={(event) => event.stopPropagation()}>
        <Menu.Item leftSection={<IconPencil size={16} />} rightSection={<Key>Enter</Key>} onClick={props.onOpen}>
          {t.app.edit}
        </Menu.Item>
        <Menu.Item leftSection={<IconForms size={16} />} rightSection={<Key>F2</Key>} onClick={props.onRename}>
          {m.menu.rename}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPlus size={16} />}
          rightSection={<Key>N</Key>}
          onClick={() => props.onAdd('child')}
        >
          {m.menu.child}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPlus size={16} />}
          rightSection={<Key>⇧ N</Key>}
          onClick={() => props.onAdd('sibling')}
        >
          {m.menu.sibling}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconCornerDownRight size={16} />} rightSection={<Key>M</Key>} onClick={props.onMoveTo}>
          {m.menu.moveTo}
        </Menu.Item>
        {!isSearch && (
          <>
            <Menu.Item
              leftSection={<IconArrowUp size={16} />}
              rightSection={<Key>Alt ↑</Key>}
              onClick={() => props.onStep('up')}
            >
              {m.menu.up}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowDown size={16} />}
              rightSection={<Key>Alt ↓</Key>}
              onClick={() => props.onStep('down')}
            >
              {m.menu.down}
            </Menu.Item>
          </>
        )}
        <Menu.Divider />
        {kind === 'categories' && (
          <Menu.Item
            leftSection={node.isArchived ? <IconArchiveOff size={16} /> : <IconArchive size={16} />}
            onClick={props.onArchive}
          >
            {node.isArchived ? m.menu.unarchive : m.menu.archive}
          </Menu.Item>
        )}
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={16} />}
          rightSection={<Key>Del</Key>}
          onClick={props.onDelete}
        >
          {m.menu.delete}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

'use client'

import { ActionIcon, Menu } from '@mantine/core'
import { IconCopy, IconDots, IconTrash } from '@tabler/icons-react'
import { useEditorMessages } from '@/lib/client/messages/areas/product-editor'
import { useMessages } from '@/lib/client/messages/use-messages'

type Props = { onCopy: () => void; onDelete: () => void; onClose: () => void }

/** What is rarely done to a product; loaded when it is opened. */
export function ProductMenu({ onCopy, onDelete, onClose }: Props) {
  const t = useMessages()
  const m = useEditorMessages()
  return (
    <Menu defaultOpened onClose={onClose} position="bottom-end" shadow="md" transitionProps={{ duration: 80 }}>
      <Menu.Target>
        <ActionIcon aria-label={t.app.more} title={t.app.more}>
          <IconDots size={18} stroke={1.8} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={onCopy}>
          {m.copy}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={onDelete}>
          {m.delete}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

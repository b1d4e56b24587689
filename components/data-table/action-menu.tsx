'use client'

import { Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { Key } from '@/components/ui/key'
import { useListMessages } from '@/lib/client/messages/areas/list'
import type { ListAction, ListSelection } from './selection'

type Props<Row> = { actions: readonly ListAction<Row>[]; selection: ListSelection<Row>; onClose: () => void }

/** The actions that did not fit into the bar; what cannot be done says why. */
export function ActionMenu<Row>({ actions, selection, onClose }: Props<Row>) {
  const m = useListMessages()
  return (
    <Menu defaultOpened onClose={onClose} position="bottom-end" width={260}>
      <Menu.Target>
        <Button size="compact-sm" variant="default" aria-label={m.moreActions}>
          <IconDots size={16} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => {
          const blocked = action.blocked?.(selection)
          return (
            <Menu.Item
              key={action.key}
              color={action.danger ? 'red' : undefined}
              leftSection={action.icon}
              rightSection={action.shortcut && <Key>{action.shortcut}</Key>}
              disabled={blocked !== undefined}
              onClick={() => action.run(selection)}
            >
              {action.label}
              {blocked && <span style={{ display: 'block', fontSize: 12, whiteSpace: 'normal' }}>{blocked}</span>}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}

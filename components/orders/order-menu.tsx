'use client'

import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconMessageExclamation, IconVersions } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { useOrderPartMessages } from '@/lib/client/messages/areas/order-parts'
import { useMessages } from '@/lib/client/messages/use-messages'

type Props = {
  buttonRef: RefObject<HTMLButtonElement | null>
  onVersions: () => void
  /** Absent while the order cannot be contested; then it says why. */
  onContest?: () => void
  whyNotContest?: string
}

/** What is rarely needed of an order. */
export function OrderMenu({ buttonRef, onVersions, onContest, whyNotContest }: Props) {
  const t = useMessages()
  const m = useOrderPartMessages()
  return (
    <Menu position="bottom-end" shadow="md" transitionProps={{ duration: 80 }}>
      <Menu.Target>
        <ActionIcon ref={buttonRef} aria-label={t.app.more} title={t.app.more}>
          <IconDots size={18} stroke={1.8} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconVersions size={16} />} onClick={onVersions}>
          {m.versions}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconMessageExclamation size={16} />}
          aria-disabled={onContest === undefined || undefined}
          data-disabled={onContest === undefined || undefined}
          closeMenuOnClick={onContest !== undefined}
          onClick={onContest}
        >
          {m.contest}
          {whyNotContest && <span style={{ display: 'block', fontSize: 12.5, maxWidth: 260 }}>{whyNotContest}</span>}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

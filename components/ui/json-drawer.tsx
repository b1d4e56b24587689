'use client'

import { Button, Drawer, Group } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { copyText } from '@/lib/client/clipboard'
import { useMessages } from '@/lib/client/messages/use-messages'
import { showToast } from '@/lib/client/toasts'
import css from './json-drawer.module.css'

type Props = {
  title: string
  value: object
  copyLabel: string
  copiedText: string
  onClose: () => void
  /** Further buttons. */
  children?: ReactNode
}

/** Something as the API answers it. */
export function JsonDrawer({ title, value, copyLabel, copiedText, onClose, children }: Props) {
  const t = useMessages()
  const text = JSON.stringify(value, null, 2)
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={560}
      title={title}
      closeButtonProps={{ 'aria-label': t.app.close }}
    >
      <Group gap={8}>
        <Button
          variant="default"
          leftSection={<IconCopy size={16} />}
          onClick={async () => {
            if (await copyText(text)) showToast({ kind: 'done', title: copiedText })
          }}
        >
          {copyLabel}
        </Button>
        {children}
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long code scrolls, and the keyboard must reach it. */}
      <pre className={css.code} tabIndex={0}>
        {text}
      </pre>
    </Drawer>
  )
}

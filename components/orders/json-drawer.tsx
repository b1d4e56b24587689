'use client'

import { Button, Drawer } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { copyText } from '@/lib/client/clipboard'
import { useMessages } from '@/lib/client/messages/use-messages'
import type { Order } from '@/lib/client/orders'
import { showToast } from '@/lib/client/toasts'
import css from './json-drawer.module.css'

/** The order as the API answers it. */
export function JsonDrawer({ order, onClose }: { order: Order; onClose: () => void }) {
  const t = useMessages()
  const text = JSON.stringify(order, null, 2)
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={560}
      title={t.order.json}
      closeButtonProps={{ 'aria-label': t.app.close }}
    >
      <Button
        variant="default"
        leftSection={<IconCopy size={16} />}
        onClick={async () => {
          if (await copyText(text)) showToast({ kind: 'done', title: t.order.jsonCopied })
        }}
      >
        {t.order.copyJson}
      </Button>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long code scrolls, and the keyboard must reach it. */}
      <pre className={css.code} tabIndex={0}>
        {text}
      </pre>
    </Drawer>
  )
}

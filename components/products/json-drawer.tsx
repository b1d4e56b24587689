'use client'

import { Button, Drawer, Group } from '@mantine/core'
import { IconCopy, IconTerminal2 } from '@tabler/icons-react'
import { copyText } from '@/lib/client/clipboard'
import { toCurl } from '@/lib/client/curl'
import { useEditorMessages } from '@/lib/client/messages/areas/product-editor'
import { useMessages } from '@/lib/client/messages/use-messages'
import { type Product, productPath } from '@/lib/client/products'
import { showToast } from '@/lib/client/toasts'
import css from './product.module.css'

type Props = { orgId: string; product: Product; onClose: () => void }

/** The product as the API answers it. */
export function JsonDrawer({ orgId, product, onClose }: Props) {
  const t = useMessages()
  const m = useEditorMessages()
  const text = JSON.stringify(product, null, 2)
  const copy = async (what: string, title: string) => {
    if (await copyText(what)) showToast({ kind: 'done', title })
  }
  const path = `${productPath(orgId, product.id)}?$expand=category,locations`
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={560}
      title={m.json}
      closeButtonProps={{ 'aria-label': t.app.close }}
    >
      <Group gap={8}>
        <Button variant="default" leftSection={<IconCopy size={16} />} onClick={() => copy(text, m.jsonCopied)}>
          {m.copyJson}
        </Button>
        <Button
          variant="default"
          leftSection={<IconTerminal2 size={16} />}
          onClick={() => copy(toCurl('GET', path), m.curlCopied)}
        >
          {m.copyCurl}
        </Button>
        <a className="od-link" href={`/api/products/${product.id}`} target="_blank" rel="noreferrer">
          {m.viewAs}
        </a>
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long code scrolls, and the keyboard must reach it. */}
      <pre className={css.code} tabIndex={0}>
        {text}
      </pre>
    </Drawer>
  )
}

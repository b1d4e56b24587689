'use client'

import { Button } from '@mantine/core'
import { IconTerminal2 } from '@tabler/icons-react'
import { JsonDrawer } from '@/components/ui/json-drawer'
import { copyText } from '@/lib/client/clipboard'
import { toCurl } from '@/lib/client/curl'
import { useEditorMessages } from '@/lib/client/messages/areas/product-editor'
import { type Product, productPath } from '@/lib/client/products'
import { showToast } from '@/lib/client/toasts'

type Props = { orgId: string; product: Product; onClose: () => void }

/** The product as the API answers it, and the call that reads it. */
export function ProductJson({ orgId, product, onClose }: Props) {
  const m = useEditorMessages()
  const path = `${productPath(orgId, product.id)}?$expand=category,locations`
  return (
    <JsonDrawer title={m.json} value={product} copyLabel={m.copyJson} copiedText={m.jsonCopied} onClose={onClose}>
      <Button
        variant="default"
        leftSection={<IconTerminal2 size={16} />}
        onClick={async () => {
          if (await copyText(toCurl('GET', path))) showToast({ kind: 'done', title: m.curlCopied })
        }}
      >
        {m.copyCurl}
      </Button>
      <a className="od-link" href={`/api/products/${product.id}`} target="_blank" rel="noreferrer">
        {m.viewAs}
      </a>
    </JsonDrawer>
  )
}

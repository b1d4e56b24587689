'use client'

import { Button, Modal } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import Link from 'next/link'
import layout from '@/components/ui/form.module.css'
import { useProductMessages } from '@/lib/client/messages/areas/products'
import { useMessages } from '@/lib/client/messages/use-messages'
import { type ChangeResult, leftOver } from '@/lib/client/product-changes'
import css from './bulk-dialog.module.css'

type Props = { orgId: string; result: ChangeResult; onClose: () => void }

const cell = (text: string) => {
  // Text that a spreadsheet would run as a formula is told to be text.
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

function download({ results }: ChangeResult) {
  const lines = results.map(({ id, name, outcome, reason }) =>
    [id, name ?? '', outcome, reason ?? ''].map(cell).join(','),
  )
  const text = `\uFEFFid,name,outcome,reason\r\n${lines.join('\r\n')}\r\n`
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: 'products-result.csv' })
  link.click()
  URL.revokeObjectURL(url)
}

/** What could not be changed, one by one, with the reason. */
export function ResultDialog({ orgId, result, onClose }: Props) {
  const t = useMessages()
  const m = useProductMessages()
  const left = leftOver(result)
  return (
    <Modal opened onClose={onClose} title={m.resultTitle} size={560} closeButtonProps={{ 'aria-label': t.app.close }}>
      <div className={layout.stack}>
        <p>{m.resultText({ done: result.changed, failed: left.length })}</p>
        <ul className={`${css.names} ${css.left}`}>
          {left.map(({ id, name, reason }) => (
            <li key={id}>
              <Link className="od-link" href={`/orgs/${orgId}/products/${id}`} prefetch={false}>
                {name ?? id}
              </Link>
              <span className={`${layout.error} ${css.reason}`}>{reason}</span>
            </li>
          ))}
        </ul>
        <div className={layout.foot}>
          <Button variant="default" leftSection={<IconDownload size={16} />} onClick={() => download(result)}>
            {m.download}
          </Button>
          <Button onClick={onClose}>{t.app.close}</Button>
        </div>
      </div>
    </Modal>
  )
}

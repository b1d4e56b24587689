'use client'

import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { copyText } from '@/lib/client/clipboard'
import { useMessages } from '@/lib/client/messages/use-messages'
import css from './copy-line.module.css'

/** A value people quote elsewhere: shown as it is, copied by a click. */
export function CopyLine({ label, value }: { label?: string; value: string }) {
  const t = useMessages()
  const [copied, setCopied] = useState(false)
  return (
    <span className={css.line}>
      {label && <span>{label}</span>}
      <button
        type="button"
        className={css.value}
        aria-label={`${t.app.copy} ${label ?? ''} ${value}`}
        onClick={async () => {
          setCopied(await copyText(value))
          setTimeout(() => setCopied(false), 1_500)
        }}
      >
        <span className="od-mono">{value}</span>
        {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
      </button>
      <span role="status" className="od-hidden">
        {copied ? t.app.copied : ''}
      </span>
    </span>
  )
}

'use client'

import { ActionIcon, Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useMessages } from '@/lib/client/messages/use-messages'
import { dismissToast, type Toast, useToasts } from '@/lib/client/toasts'
import { CopyLine } from './copy-line'
import { Key } from './key'
import css from './toaster.module.css'

const shownMs = 5_000
const shownWithUndoMs = 10_000

function ToastCard({ toast }: { toast: Toast }) {
  const t = useMessages()
  const [paused, setPaused] = useState(false)
  const { id, kind, title, text, requestId, undo } = toast
  useEffect(() => {
    if (paused || kind === 'failed') return
    const timer = setTimeout(() => dismissToast(id), undo ? shownWithUndoMs : shownMs)
    return () => clearTimeout(timer)
  }, [paused, kind, id, undo])

  return (
    <li
      className={kind === 'failed' ? `${css.toast} ${css.failed}` : css.toast}
      onMouseEnter={() => setPaused(true)}
      onMouseLeave={() => setPaused(false)}
      onFocus={() => setPaused(true)}
      onBlur={() => setPaused(false)}
    >
      <span className={css.icon}>
        {kind === 'failed' ? <IconAlertTriangle size={18} /> : <IconCircleCheck size={18} />}
      </span>
      <span className={css.title}>{title}</span>
      <span className={css.actions}>
        {undo && (
          <Button
            variant="subtle"
            size="compact-sm"
            rightSection={<Key>Z</Key>}
            onClick={() => {
              dismissToast(id)
              undo()
            }}
          >
            {t.app.undo}
          </Button>
        )}
        <ActionIcon size={26} aria-label={t.app.dismiss} onClick={() => dismissToast(id)}>
          <IconX size={15} />
        </ActionIcon>
      </span>
      {text && <span className={css.text}>{text}</span>}
      {requestId && (
        <span className={css.text}>
          <CopyLine label={t.app.requestId} value={requestId} />
        </span>
      )}
    </li>
  )
}

/** The messages at the lower edge: three at most, said aloud as they come. */
export function Toaster() {
  const t = useMessages()
  const toasts = useToasts()
  return (
    <section aria-label={t.toast.region} aria-live="polite" className={css.region}>
      <ol style={{ display: 'contents' }}>
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </ol>
    </section>
  )
}

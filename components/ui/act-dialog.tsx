'use client'

import { Modal } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useMessages } from '@/lib/client/messages/use-messages'
import { isConflict } from '@/lib/client/order-change'
import { DialogFoot, DialogForm } from './dialog-form'
import { explain } from './failure'
import { Notice } from './notice'

type Props = {
  title: string
  /** The verb on the button. */
  confirm: string
  danger?: boolean
  size?: number
  onClose: () => void
  /** Undefined when the form itself shows what is missing. */
  onConfirm: (form: HTMLFormElement) => Promise<void> | undefined
  /** Where the focus goes afterwards when what opened the dialog is gone; else the head of its section. */
  returnTo?: () => HTMLElement | null
  children: ReactNode
}

/** Gives the focus back to what opened the dialog, or near it when the act took that away. */
function useFocusReturn(returnTo: Props['returnTo']) {
  const fallback = useRef(returnTo)
  useEffect(() => {
    const opener = document.activeElement instanceof HTMLElement ? document.activeElement : null
    const head = opener?.closest('section')?.querySelector<HTMLElement>('h2')
    return () => {
      requestAnimationFrame(() => {
        const target = opener?.isConnected ? opener : (fallback.current?.() ?? head)
        if (target === head) head?.setAttribute('tabindex', '-1')
        target?.focus({ preventScroll: true })
      })
    }
  }, [])
}

/**
 * Asks before something happens to an order. It stays open until the server agreed, so that nothing typed is lost to a
 * refusal; a conflict closes it, because what it asked about is no longer so. Ctrl or ⌘ and Enter confirm.
 */
export function ActDialog({ title, confirm, danger, size = 480, onClose, onConfirm, returnTo, children }: Props) {
  const t = useMessages()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  useFocusReturn(returnTo)

  const run = async (form: HTMLFormElement) => {
    if (busy) return
    const acting = onConfirm(form)
    if (!acting) return
    setBusy(true)
    setError(undefined)
    try {
      await acting
      onClose()
    } catch (failure) {
      if (isConflict(failure)) return onClose()
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal
      opened
      returnFocus={false}
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': t.app.close }}
    >
      <DialogForm onSubmit={(form) => void run(form)}>
        {children}
        {error !== undefined && (
          <Notice kind="bad" title={t.toast.failed}>
            {explain(error, t)}
          </Notice>
        )}
        <DialogFoot confirm={confirm} danger={danger} busy={busy} onClose={onClose} />
      </DialogForm>
    </Modal>
  )
}

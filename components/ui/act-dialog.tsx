'use client'

import { Button, Modal } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useMessages } from '@/lib/client/messages/use-messages'
import { isConflict } from '@/lib/client/order-change'
import { explain } from './failure'
import layout from './form.module.css'
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
      <form
        noValidate
        className={layout.stack}
        onSubmit={(event: FormEvent<HTMLFormElement>) => {
          event.preventDefault()
          void run(event.currentTarget)
        }}
        onKeyDown={(event: KeyboardEvent<HTMLFormElement>) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
          event.preventDefault()
          void run(event.currentTarget)
        }}
      >
        {children}
        {error !== undefined && (
          <Notice kind="bad" title={t.toast.failed}>
            {explain(error, t)}
          </Notice>
        )}
        <div className={layout.foot}>
          <Button variant="default" onClick={onClose}>
            {t.app.cancel}
          </Button>
          <Button type="submit" color={danger ? 'red' : undefined} loading={busy} title="Ctrl/⌘ Enter">
            {confirm}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

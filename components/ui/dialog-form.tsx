'use client'

import { Button } from '@mantine/core'
import type { ReactNode, Ref } from 'react'
import { useMessages } from '@/lib/client/messages/use-messages'
import layout from './form.module.css'

type Props = {
  ref?: Ref<HTMLFormElement>
  className?: string
  onSubmit: (form: HTMLFormElement) => void
  children: ReactNode
}

/** The form of a dialog. The server judges what is in it; Ctrl or ⌘ and Enter submit it from anywhere. */
export function DialogForm({ ref, className = layout.stack, onSubmit, children }: Props) {
  return (
    <form
      ref={ref}
      noValidate
      className={className}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit(event.currentTarget)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
        event.preventDefault()
        onSubmit(event.currentTarget)
      }}
    >
      {children}
    </form>
  )
}

type FootProps = {
  /** The verb on the button that submits. */
  confirm: string
  /** What the other button says, where it does more than leave. */
  cancel?: string
  danger?: boolean
  busy?: boolean
  onClose: () => void
}

/** The buttons below the form of a dialog. */
export function DialogFoot({ confirm, cancel, danger, busy, onClose }: FootProps) {
  const t = useMessages()
  return (
    <div className={layout.foot}>
      <Button variant="default" onClick={onClose}>
        {cancel ?? t.app.cancel}
      </Button>
      <Button type="submit" color={danger ? 'red' : undefined} loading={busy} title="Ctrl/⌘ Enter">
        {confirm}
      </Button>
    </div>
  )
}

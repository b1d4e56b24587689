'use client'

import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import type { FieldErrors } from '@/lib/client/field-errors'
import { useMessages } from '@/lib/client/messages/use-messages'
import { DialogFoot, DialogForm } from './dialog-form'
import { Notice } from './notice'
import { useFocusBack } from './use-focus-back'
import { useSubmit } from './use-submit'

type Props = {
  title: string
  /** The verb on the button. */
  confirm: string
  size?: number
  /** The fields that show what the server says of them. */
  fields?: readonly string[]
  onClose: () => void
  /** Stays open meanwhile, and when it is refused; closes itself where nothing is to be shown afterwards. */
  onSubmit: () => Promise<unknown>
  /** Stands in place of the form once there is something to show. */
  done?: ReactNode
  children: (errors: FieldErrors) => ReactNode
}

/** Asks for what something new needs, or for a change of a few fields. */
export function FormDialog({ title, confirm, size = 480, fields, onClose, onSubmit, done, children }: Props) {
  const t = useMessages()
  const { form, busy, errors, message, submit } = useSubmit(fields)
  useFocusBack()
  return (
    <Modal opened onClose={onClose} title={title} size={size} closeButtonProps={{ 'aria-label': t.app.close }}>
      {done ?? (
        <DialogForm ref={form} onSubmit={() => void submit(onSubmit)}>
          {message && <Notice kind="bad">{message}</Notice>}
          {children(errors)}
          <DialogFoot confirm={confirm} busy={busy} onClose={onClose} />
        </DialogForm>
      )}
    </Modal>
  )
}

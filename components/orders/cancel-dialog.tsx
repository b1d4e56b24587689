'use client'

import { Button, Modal, Radio, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { formatMoney } from '@/lib/client/format'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { Order } from '@/lib/client/orders'
import { type CancelReason, cancelReasons } from '@/lib/resources/order'
import css from './cancel-dialog.module.css'
import { orderName } from './views'

type Props = {
  order: Order
  onClose: () => void
  onConfirm: (reason: CancelReason, note: string) => void
}

/** Asks why an order ends, and says what that means. Ctrl or ⌘ and Enter confirm from anywhere in it. */
export function CancelDialog({ order, onClose, onConfirm }: Props) {
  const { locale, messages: t } = useLanguage()
  const [reason, setReason] = useState<CancelReason>('CUSTOMER')
  const [note, setNote] = useState('')
  const [error, setError] = useState<string>()
  const count = order.lineItems.reduce((sum, { quantity }) => sum + quantity, 0)

  const confirm = (form: HTMLFormElement) => {
    if (reason === 'OTHER' && note.trim() === '') {
      setError(t.cancel.noteRequired)
      form.querySelector('textarea')?.focus()
      return
    }
    onConfirm(reason, note.trim())
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.cancel.title({ number: orderName(order) })}
      size={460}
      closeButtonProps={{ 'aria-label': t.app.close }}
    >
      <form
        noValidate
        onSubmit={(event: FormEvent<HTMLFormElement>) => {
          event.preventDefault()
          confirm(event.currentTarget)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
          event.preventDefault()
          confirm(event.currentTarget)
        }}
      >
        <Radio.Group
          label={t.cancel.reason}
          value={reason}
          onChange={(value) => {
            setReason(value as CancelReason)
            setError(undefined)
          }}
        >
          <div className={css.reasons}>
            {cancelReasons.map((each, i) => (
              <Radio key={each} value={each} label={t.cancelReason[each]} data-autofocus={i === 0 || undefined} />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={t.cancel.note}
          description={t.cancel.noteHint}
          withAsterisk={reason === 'OTHER'}
          required={reason === 'OTHER'}
          error={error}
          rows={3}
          maxLength={4000}
          value={note}
          onChange={(event) => {
            setNote(event.currentTarget.value)
            setError(undefined)
          }}
        />
        <p className={css.consequence}>
          {t.cancel.consequence({
            items: t.list.itemList({ count }),
            total: formatMoney(locale, order.currency, order.totalPrice),
          })}
        </p>
        <div className={css.foot}>
          <Button variant="default" onClick={onClose}>
            {t.cancel.keep}
          </Button>
          <Button type="submit" color="red" title="Ctrl/⌘ Enter">
            {t.cancel.confirm}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

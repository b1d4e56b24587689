'use client'

import { Modal } from '@mantine/core'
import { DialogFoot, DialogForm } from '@/components/ui/dialog-form'
import { formatMoney } from '@/lib/client/format'
import { useCancelMessages } from '@/lib/client/messages/areas/cancel-order'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { Order } from '@/lib/client/orders'
import type { CancelReason } from '@/lib/resources/order'
import { useCancelFields } from './cancel-fields'
import { orderName } from './views'

type Props = {
  order: Order
  onClose: () => void
  onConfirm: (reason: CancelReason, note: string) => void
}

/** Asks why an order ends, and says what that means. */
export function CancelDialog({ order, onClose, onConfirm }: Props) {
  const { locale, messages: t } = useLanguage()
  const m = useCancelMessages()
  const { fields, given, isIncomplete } = useCancelFields()
  const count = order.lineItems.reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <Modal
      opened
      onClose={onClose}
      title={m.title({ number: orderName(order) })}
      size={460}
      closeButtonProps={{ 'aria-label': t.app.close }}
    >
      <DialogForm onSubmit={(form) => !isIncomplete(form) && onConfirm(given.reason, given.note)}>
        {fields}
        <p className="od-muted">
          {m.consequence({
            items: t.list.itemList({ count }),
            total: formatMoney(locale, order.currency, order.totalPrice),
          })}
        </p>
        <DialogFoot confirm={m.confirm} cancel={m.keep} danger onClose={onClose} />
      </DialogForm>
    </Modal>
  )
}

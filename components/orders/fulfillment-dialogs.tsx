'use client'

import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { ActDialog } from '@/components/ui/act-dialog'
import layout from '@/components/ui/form.module.css'
import { useMessages } from '@/lib/client/messages/use-messages'
import type { OrderAct, OrderParts } from '@/lib/client/order-parts'
import type { Order } from '@/lib/client/orders'
import { type Quantities, QuantityList } from './quantity-list'
import { orderName } from './views'

type Props = { order: Order; parts: OrderParts; onClose: () => void; onAct: (act: OrderAct) => Promise<void> }

/** Which lines leave, how many of each, and with whom. */
export function ShipDialog({ order, parts, onClose, onAct }: Props) {
  const t = useMessages()
  const { remaining } = parts
  const [quantities, setQuantities] = useState<Quantities>(
    Object.fromEntries(remaining.map(({ lineId, quantity }) => [lineId, quantity])),
  )
  const [carrier, setCarrier] = useState('')
  const [trackingNumber, setTrackingNumber] = useState('')
  const [error, setError] = useState<string>()
  const chosen = remaining
    .map(({ lineId }) => ({ lineId, quantity: Number(quantities[lineId]) || 0 }))
    .filter(({ quantity }) => quantity > 0)
  const count = chosen.reduce((sum, { quantity }) => sum + quantity, 0)
  const all = count === remaining.reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <ActDialog
      title={t.parts.shipTitle({ number: orderName(order) })}
      confirm={t.parts.shipCount({ count })}
      size={520}
      onClose={onClose}
      onConfirm={(form) => {
        if (count === 0) {
          setError(t.parts.shipNothing)
          form.querySelector('input')?.focus()
          return undefined
        }
        return onAct({
          path: 'shipments',
          body: {
            lines: chosen,
            ...(carrier.trim() ? { carrier: carrier.trim() } : {}),
            ...(trackingNumber.trim() ? { trackingNumber: trackingNumber.trim() } : {}),
          },
          foreseen: { fulfillmentStatus: all ? 'SHIPPED' : 'PARTIALLY_SHIPPED' },
        })
      }}
    >
      <QuantityList
        lines={parts.lines.flatMap((line) => {
          const most = remaining.find(({ lineId }) => lineId === line.id)?.quantity
          return most ? [{ line, most }] : []
        })}
        quantities={quantities}
        onChange={(next) => {
          setQuantities(next)
          setError(undefined)
        }}
      />
      {error && (
        <p role="alert" className={layout.error}>
          {error}
        </p>
      )}
      <div className={layout.pair}>
        <TextInput
          label={t.parts.carrier}
          placeholder={t.parts.optional}
          maxLength={256}
          value={carrier}
          onChange={(event) => setCarrier(event.currentTarget.value)}
        />
        <TextInput
          label={t.parts.tracking}
          placeholder={t.parts.optional}
          maxLength={256}
          value={trackingNumber}
          onChange={(event) => setTrackingNumber(event.currentTarget.value)}
        />
      </div>
    </ActDialog>
  )
}

/** Everything arrived; says what that does to what has not left. */
export function DeliverDialog({ order, parts, onClose, onAct }: Props) {
  const t = useMessages()
  const left = parts.remaining.reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <ActDialog
      title={t.parts.deliverTitle({ number: orderName(order) })}
      confirm={t.parts.deliver}
      onClose={onClose}
      onConfirm={() => onAct({ path: 'delivery', foreseen: { fulfillmentStatus: 'DELIVERED' } })}
    >
      {left > 0 && <p>{t.parts.deliverRest({ items: t.list.itemList({ count: left }) })}</p>}
      <p className="od-muted">{t.parts.deliverText}</p>
    </ActDialog>
  )
}

/** The goods came back. */
export function ReturnDialog({ order, onClose, onAct }: Props) {
  const t = useMessages()
  return (
    <ActDialog
      title={t.parts.returnTitle({ number: orderName(order) })}
      confirm={t.parts.return}
      danger
      onClose={onClose}
      onConfirm={() => onAct({ path: 'return', foreseen: { fulfillmentStatus: 'RETURNED' } })}
    >
      <p>{t.parts.returnText}</p>
      <p className="od-muted">{t.parts.returnFinal}</p>
    </ActDialog>
  )
}

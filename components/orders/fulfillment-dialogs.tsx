'use client'

import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { ActDialog } from '@/components/ui/act-dialog'
import layout from '@/components/ui/form.module.css'
import { useOrderPartMessages } from '@/lib/client/messages/areas/order-parts'
import { useMessages } from '@/lib/client/messages/use-messages'
import type { OrderAct, OrderParts } from '@/lib/client/order-parts'
import type { Order } from '@/lib/client/orders'
import { type Quantities, QuantityList } from './quantity-list'
import { orderName } from './views'

type Props = { order: Order; parts: OrderParts; onClose: () => void; onAct: (act: OrderAct) => Promise<void> }

/** Which lines leave, how many of each, and with whom. */
export function ShipDialog({ order, parts, onClose, onAct }: Props) {
  const m = useOrderPartMessages()
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
      title={m.shipTitle({ number: orderName(order) })}
      confirm={m.shipCount({ count })}
      size={520}
      onClose={onClose}
      onConfirm={(form) => {
        if (count === 0) {
          setError(m.shipNothing)
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
          label={m.carrier}
          placeholder={m.optional}
          maxLength={256}
          value={carrier}
          onChange={(event) => setCarrier(event.currentTarget.value)}
        />
        <TextInput
          label={m.tracking}
          placeholder={m.optional}
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
  const m = useOrderPartMessages()
  const left = parts.remaining.reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <ActDialog
      title={m.deliverTitle({ number: orderName(order) })}
      confirm={m.deliver}
      onClose={onClose}
      onConfirm={() => onAct({ path: 'delivery', foreseen: { fulfillmentStatus: 'DELIVERED' } })}
    >
      {left > 0 && <p>{m.deliverRest({ items: t.list.itemList({ count: left }) })}</p>}
      <p className="od-muted">{m.deliverText}</p>
    </ActDialog>
  )
}

/** The goods came back. */
export function ReturnDialog({ order, onClose, onAct }: Props) {
  const m = useOrderPartMessages()
  return (
    <ActDialog
      title={m.returnTitle({ number: orderName(order) })}
      confirm={m.return}
      danger
      onClose={onClose}
      onConfirm={() => onAct({ path: 'return', foreseen: { fulfillmentStatus: 'RETURNED' } })}
    >
      <p>{m.returnText}</p>
      <p className="od-muted">{m.returnFinal}</p>
    </ActDialog>
  )
}

'use client'

import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { ActDialog } from '@/components/ui/act-dialog'
import layout from '@/components/ui/form.module.css'
import { useOrderPartMessages } from '@/lib/client/messages/areas/order-parts'
import type { LineQuantity, OrderAct, OrderParts } from '@/lib/client/order-parts'
import type { Order } from '@/lib/client/orders'
import css from './parts.module.css'
import { type Quantities, QuantityList } from './quantity-list'
import { orderName } from './views'

type Props = {
  order: Order
  parts: OrderParts
  onClose: () => void
  onAct: (act: OrderAct) => Promise<void>
  returnTo?: () => HTMLElement | null
}

const longestMessage = 500

/** Whole numbers for every line, or undefined while one is missing. */
function itemsOf(lines: OrderParts['lines'], quantities: Quantities): LineQuantity[] | undefined {
  const items = lines.map(({ id }) => ({ lineId: id, quantity: quantities[id] }))
  return items.every((item): item is LineQuantity => Number.isInteger(item.quantity)) ? items : undefined
}

const standing = ({ lines }: OrderParts) => lines.filter(({ removed }) => !removed)

/** What the customer objects to, and the quantities they say are right. */
export function ContestDialog({ order, parts, onClose, onAct, returnTo }: Props) {
  const m = useOrderPartMessages()
  const lines = standing(parts)
  const [message, setMessage] = useState('')
  const [quantities, setQuantities] = useState<Quantities>(
    Object.fromEntries(lines.map(({ id, quantity }) => [id, quantity])),
  )
  const [error, setError] = useState<string>()
  return (
    <ActDialog
      title={m.contestTitle({ number: orderName(order) })}
      confirm={m.contest}
      size={520}
      onClose={onClose}
      returnTo={returnTo}
      onConfirm={() => {
        const items = itemsOf(lines, quantities)
        if (!items) {
          setError(m.quantityRange)
          return undefined
        }
        const changed = items.filter(
          ({ lineId, quantity }) => lines.find(({ id }) => id === lineId)?.quantity !== quantity,
        )
        return onAct({
          path: 'contest',
          body: { message: message.trim(), ...(changed.length > 0 ? { items: changed } : {}) },
          foreseen: { disputeStatus: 'CONTESTED' },
        })
      }}
    >
      <p className="od-muted">{m.contestText}</p>
      <Textarea
        label={m.contestMessage}
        rows={3}
        maxLength={longestMessage}
        data-autofocus
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
      />
      <QuantityList
        lines={lines.map((line) => ({ line }))}
        quantities={quantities}
        onChange={setQuantities}
        unfocused
      />
      {error && (
        <p role="alert" className={layout.error}>
          {error}
        </p>
      )}
    </ActDialog>
  )
}

/** The quantities that stand from now on, beginning with those the customer says are right. */
export function ReviewDialog({ order, parts, onClose, onAct }: Props) {
  const m = useOrderPartMessages()
  const lines = standing(parts)
  const contested = new Map(parts.contest?.items.map((item) => [item.lineId, item.contestedQuantity]))
  const [quantities, setQuantities] = useState<Quantities>(
    Object.fromEntries(lines.map(({ id, quantity }) => [id, contested.get(id) ?? quantity])),
  )
  const [error, setError] = useState<string>()
  return (
    <ActDialog
      title={m.reviewTitle({ number: orderName(order) })}
      confirm={m.review}
      size={520}
      onClose={onClose}
      onConfirm={() => {
        const items = itemsOf(lines, quantities)
        if (!items) {
          setError(m.quantityRange)
          return undefined
        }
        return onAct({ path: 'review', body: { items }, foreseen: { disputeStatus: 'REVIEWED' } })
      }}
    >
      {parts.contest?.message && <blockquote className={css.message}>{parts.contest.message}</blockquote>}
      <p className="od-muted">{m.reviewText}</p>
      <QuantityList lines={lines.map((line) => ({ line }))} quantities={quantities} onChange={setQuantities} />
      {error && (
        <p role="alert" className={layout.error}>
          {error}
        </p>
      )}
    </ActDialog>
  )
}

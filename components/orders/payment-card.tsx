'use client'

import { Button } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { CopyLine } from '@/components/ui/copy-line'
import { Facts } from '@/components/ui/facts'
import { Section } from '@/components/ui/section'
import { AxisPill } from '@/components/ui/status-pill'
import { Waiting } from '@/components/ui/waiting'
import { formatInstant, formatMoney } from '@/lib/client/format'
import { useNoteMessages } from '@/lib/client/messages/areas/notes'
import { useOrderPartMessages } from '@/lib/client/messages/areas/order-parts'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { OrderAct, OrderParts } from '@/lib/client/order-parts'
import type { Order } from '@/lib/client/orders'
import type { PaymentStatus } from '@/lib/resources/order'
import { BlockedButton } from './blocked-button'
import css from './parts.module.css'
import { orderName } from './views'

const PaymentDialog = dynamic(() => import('./payment-dialog').then((module) => module.PaymentDialog), { ssr: false })

/** Buttons in the order people look for them; a refund in part is a way to refund. */
const shown: PaymentStatus[] = ['PAID', 'REFUNDED', 'AUTHORIZED', 'PROCESSING', 'FAILED', 'VOIDED']
/** What people look for even when it is not possible now; the others are there when they are. */
const expected = new Set<PaymentStatus>(['PAID', 'REFUNDED'])

export type PartCardProps = {
  order: Order
  parts: OrderParts | undefined
  timeZone: string
  busy: boolean
  /** Absent for readers who may not change it. `done` says what happened, from the order as answered. */
  onAct?: (act: OrderAct, done: (order: Order) => string) => Promise<void>
}

/** Where the money is, and what may happen to it now. */
export function PaymentCard({ order, parts, timeZone, busy, onAct }: PartCardProps) {
  const { locale, messages: t } = useLanguage()
  const part = useOrderPartMessages()
  const [asked, setAsked] = useState<PaymentStatus>()
  const payment = parts?.payment
  const m = useNoteMessages()
  const mayBecome = (status: PaymentStatus) => parts?.next.payment.includes(status) ?? false
  // What it is already needs no button: the pill says so.
  const offered = shown.filter(
    (status) => mayBecome(status) || (parts && expected.has(status) && status !== order.paymentStatus),
  )
  const money = (minor: number) => formatMoney(locale, order.currency, minor)
  const facts: [string, React.ReactNode][] = payment
    ? [
        [part.authorized, payment.authorizedAmount > 0 && payment.paidAmount === 0 && money(payment.authorizedAmount)],
        [part.paid, payment.paidAmount > 0 && money(payment.paidAmount)],
        [part.refunded, payment.refundedAmount > 0 && money(payment.refundedAmount)],
        [part.kept, payment.refundedAmount > 0 && money(payment.paidAmount - payment.refundedAmount)],
        [part.provider, payment.provider],
        [part.method, payment.method],
        [part.transaction, payment.transactionId && <CopyLine key="id" value={payment.transactionId} />],
        [part.recorded, formatInstant(locale, timeZone, payment.createdAt)],
        [part.changed, payment.updatedAt !== payment.createdAt && formatInstant(locale, timeZone, payment.updatedAt)],
      ]
    : []
  return (
    <Section
      title={t.order.payment}
      mark={<AxisPill axis="payment" value={order.paymentStatus} />}
      head={
        onAct && (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw itself; these are buttons in a row.
          <div className={css.acts} role="group" aria-label={part.actions({ card: t.order.payment })}>
            {offered.map((status) =>
              mayBecome(status) ? (
                <Button
                  key={status}
                  variant={expected.has(status) ? 'default' : 'subtle'}
                  size="compact-sm"
                  aria-disabled={busy || undefined}
                  onClick={() => !busy && setAsked(status)}
                >
                  {part.pay[status]}
                </Button>
              ) : (
                <BlockedButton
                  key={status}
                  variant="default"
                  size="compact-sm"
                  reason={m.notNow({ status: t.payment[order.paymentStatus] })}
                >
                  {part.pay[status]}
                </BlockedButton>
              ),
            )}
          </div>
        )
      }
    >
      {payment ? (
        <Facts rows={facts} values="across" className="od-number" />
      ) : parts || order.paymentStatus === 'NOT_PAID' ? (
        <p className="od-muted">{part.noPayment}</p>
      ) : (
        <Waiting tight widths={[30, 46]} />
      )}
      {asked && onAct && (
        <PaymentDialog
          order={order}
          payment={payment ?? null}
          status={asked}
          onClose={() => setAsked(undefined)}
          onAct={(act) =>
            onAct(act, (changed) =>
              part.paymentNow({ number: orderName(changed), status: t.payment[changed.paymentStatus] }),
            )
          }
        />
      )}
    </Section>
  )
}

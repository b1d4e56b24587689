'use client'

import { Button } from '@mantine/core'
import dynamic from 'next/dynamic'
import { Facts } from '@/components/ui/facts'
import { Section } from '@/components/ui/section'
import { useEditing } from '@/components/ui/use-editing'
import { useMessages } from '@/lib/client/messages/use-messages'
import type { Order, OrderCustomer, OrderPatch } from '@/lib/client/orders'
import css from './customer-card.module.css'

const CustomerForm = dynamic(() => import('./customer-form').then((module) => module.CustomerForm), { ssr: false })

type Props = {
  order: Order
  /** Absent for readers who may not change it. Rejects with what the server said. */
  onSave?: (patch: OrderPatch) => Promise<void>
}

function Address({ customer }: { customer: OrderCustomer }) {
  const lines = [customer.addressLine1, customer.addressLine2, customer.addressLine3].filter(Boolean)
  return lines.map((line) => (
    <span key={line} className={css.line}>
      {line}
    </span>
  ))
}

/** Whom the order is for; edited in place. */
export function CustomerCard({ order, onSave }: Props) {
  const t = useMessages()
  const { editing, button, start, stop } = useEditing()
  const { customer } = order
  const rows: [string, React.ReactNode][] = [
    [
      t.order.email,
      customer.email && (
        <a className="od-link" href={`mailto:${customer.email}`}>
          {customer.email}
        </a>
      ),
    ],
    [
      t.order.phone,
      customer.phone && (
        <a className="od-link od-number" href={`tel:${customer.phone.replace(/[^+\d]/g, '')}`}>
          {customer.phone}
        </a>
      ),
    ],
    [t.order.address, customer.addressLine1 && <Address key="address" customer={customer} />],
    [t.order.age, customer.age],
    [t.order.preferredContactMethod, customer.preferredContactMethod],
    [t.order.preferredTimeToContact, customer.preferredTimeToContact],
  ]
  return (
    <Section
      title={t.order.customer}
      head={
        onSave &&
        !editing && (
          <Button ref={button} variant="subtle" size="compact-sm" aria-label={t.order.editCustomer} onClick={start}>
            {t.app.edit}
          </Button>
        )
      }
    >
      <p className={css.name}>{customer.name || t.app.none}</p>
      {customer.nameKana && <p className={`od-muted ${css.kana}`}>{customer.nameKana}</p>}
      <p className={`od-muted ${css.account}`}>{customer.user ? t.order.registered : t.order.guest}</p>
      {editing && onSave ? (
        <CustomerForm
          draftKey={`order-customer/${order.id}`}
          customer={customer}
          onCancel={stop}
          onSave={async (patch) => {
            await onSave(patch)
            stop()
          }}
        />
      ) : (
        <Facts rows={rows} />
      )}
    </Section>
  )
}

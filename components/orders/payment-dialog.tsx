'use client'

import { NumberInput, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ActDialog } from '@/components/ui/act-dialog'
import layout from '@/components/ui/form.module.css'
import { formatMoney, minorDigits } from '@/lib/client/format'
import { useOrderPartMessages } from '@/lib/client/messages/areas/order-parts'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { OrderAct, OrderParts } from '@/lib/client/order-parts'
import type { Order } from '@/lib/client/orders'
import type { PaymentStatus } from '@/lib/resources/order'
import { orderName } from './views'

type Props = {
  order: Order
  payment: OrderParts['payment']
  status: PaymentStatus
  onClose: () => void
  onAct: (act: OrderAct) => Promise<void>
}

/** What happened to the payment, with what the provider said of it. */
export function PaymentDialog(props: Props) {
  return props.status === 'REFUNDED' ? <RefundDialog {...props} /> : <EventDialog {...props} />
}

function EventDialog({ order, payment, status, onClose, onAct }: Props) {
  const { locale, messages: t } = useLanguage()
  const m = useOrderPartMessages()
  const [facts, setFacts] = useState({
    provider: payment?.provider ?? '',
    method: payment?.method ?? '',
    transactionId: payment?.transactionId ?? '',
  })
  const verb = m.pay[status] ?? t.payment[status]
  const field = (name: keyof typeof facts, label: string) => (
    <TextInput
      label={label}
      placeholder={m.optional}
      maxLength={256}
      data-autofocus={name === 'provider' || undefined}
      value={facts[name]}
      onChange={(event) => setFacts({ ...facts, [name]: event.currentTarget.value })}
    />
  )
  return (
    <ActDialog
      title={verb}
      confirm={verb}
      danger={status === 'FAILED' || status === 'VOIDED'}
      onClose={onClose}
      onConfirm={() => {
        const said = Object.entries(facts).flatMap(([name, text]) => (text.trim() ? [[name, text.trim()]] : []))
        return onAct({
          path: 'payments',
          body: { status, ...Object.fromEntries(said) },
          foreseen: { paymentStatus: status },
        })
      }}
    >
      <p className="od-muted">
        {m.payText({
          amount: formatMoney(locale, order.currency, order.totalPrice),
          number: orderName(order),
        })}{' '}
        {status === 'PAID' && m.payWarning}
      </p>
      <div className={layout.pair}>
        {field('provider', m.provider)}
        {field('method', m.method)}
      </div>
      {field('transactionId', m.transaction)}
    </ActDialog>
  )
}

function RefundDialog({ order, payment, onClose, onAct }: Props) {
  const { locale } = useLanguage()
  const m = useOrderPartMessages()
  const { currency } = order
  const digits = minorDigits(currency)
  const left = payment ? payment.paidAmount - payment.refundedAmount : order.totalPrice
  const [how, setHow] = useState('whole')
  const [amount, setAmount] = useState<number | string>('')
  const [error, setError] = useState<string>()
  const whole = formatMoney(locale, currency, left)
  return (
    <ActDialog
      title={m.pay.REFUNDED!}
      confirm={m.pay.REFUNDED!}
      onClose={onClose}
      onConfirm={(form) => {
        const minor = how === 'whole' ? left : Math.round(Number(amount) * 10 ** digits)
        if (!(minor > 0 && minor <= left)) {
          setError(m.refundRange({ most: whole }))
          form.querySelector<HTMLInputElement>('input[inputmode]')?.focus()
          return undefined
        }
        const all = minor === left
        return onAct({
          path: 'payments',
          body: all ? { status: 'REFUNDED' } : { status: 'PARTIALLY_REFUNDED', amount: minor },
          foreseen: { paymentStatus: all ? 'REFUNDED' : 'PARTIALLY_REFUNDED' },
        })
      }}
    >
      <Radio.Group label={m.refundWhat} value={how} onChange={setHow}>
        <div className={layout.choices}>
          <Radio value="whole" label={m.refundWhole({ amount: whole })} data-autofocus />
          <Radio value="part" label={m.refundPart} />
        </div>
      </Radio.Group>
      <NumberInput
        label={m.refundAmount({ currency })}
        disabled={how === 'whole'}
        hideControls
        allowNegative={false}
        allowDecimal={digits > 0}
        decimalScale={digits}
        thousandSeparator=","
        error={how === 'part' && error}
        value={how === 'whole' ? left / 10 ** digits : amount}
        onChange={(value) => {
          setAmount(value)
          setError(undefined)
        }}
      />
    </ActDialog>
  )
}

'use client'

import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { orderName } from '@/components/orders/views'
import layout from '@/components/ui/form.module.css'
import { Section } from '@/components/ui/section'
import { RelativeTime } from '@/components/ui/time'
import type { FieldErrors } from '@/lib/client/field-errors'
import { useNewOrderMessages } from '@/lib/client/messages/areas/new-order'
import { useLanguage } from '@/lib/client/messages/use-messages'
import {
  type CustomerField,
  customerFields,
  type DraftCustomer,
  fromRecalled,
  nobody,
  type Recalled,
  recallQuery,
} from '@/lib/client/new-order'
import { Finder } from './finder'
import css from './new-order.module.css'

const types: Partial<Record<CustomerField, string>> = { email: 'email', phone: 'tel' }
const wide = new Set<CustomerField>(['addressLine1', 'addressLine2', 'addressLine3'])

type Props = {
  orgId: string
  country: string | undefined
  timeZone: string
  customer: DraftCustomer
  /** What the server says of a field: `customer.phone`. */
  errors: FieldErrors
  onChange: (customer: DraftCustomer) => void
}

/** Whom the order is for: somebody who ordered before, or new. */
export function CustomerFields({ orgId, country, timeZone, customer, errors, onChange }: Props) {
  const { messages: t } = useLanguage()
  const m = useNewOrderMessages()
  const [recalled, setRecalled] = useState<string>()
  const isRequired = (name: CustomerField) =>
    ['name', 'email', 'phone', 'addressLine1'].includes(name) || (name === 'nameKana' && country === 'JP')
  return (
    <Section title={m.customer}>
      <Finder<Recalled>
        label={m.recall}
        hint={m.recallHint}
        none={m.noCustomer}
        query={(words) => recallQuery(orgId, words)}
        keyOf={({ lastOrder }) => lastOrder.id}
        onPick={(found) => {
          onChange(fromRecalled(found))
          setRecalled(orderName(found.lastOrder))
        }}
      >
        {(option) => (
          <>
            <span className={css.optionText}>
              <span className={`od-cut ${css.optionName}`}>
                {option.customer.name} <span className={css.optionMore}>{option.customer.nameKana}</span>
              </span>
              <span className={`od-cut ${css.optionMore}`}>
                {[option.customer.email, option.customer.phone].filter(Boolean).join(' · ')}
              </span>
            </span>
            <span className={css.optionSide}>
              <span className="od-number">{orderName(option.lastOrder)}</span>
              <RelativeTime iso={option.lastOrder.createdAt} timeZone={timeZone} />
            </span>
          </>
        )}
      </Finder>
      {(recalled || customer.user) && (
        <p className={`od-muted ${css.recalled}`}>
          {recalled && m.recalled({ number: recalled })} {customer.user && m.account}{' '}
          {customer.user && (
            <button type="button" className="od-link" onClick={() => onChange({ ...customer, user: null })}>
              {m.withoutAccount}
            </button>
          )}{' '}
          <button
            type="button"
            className="od-link"
            onClick={() => {
              onChange(nobody)
              setRecalled(undefined)
            }}
          >
            {m.clear}
          </button>
        </p>
      )}
      <div className={css.fields}>
        {customerFields.map((name) => (
          <TextInput
            key={name}
            className={wide.has(name) ? css.wideField : undefined}
            name={name}
            label={t.order[name]}
            type={types[name] ?? 'text'}
            inputMode={name === 'age' ? 'numeric' : undefined}
            withAsterisk={isRequired(name)}
            aria-required={isRequired(name) || undefined}
            autoComplete="off"
            error={errors[`customer.${name}`]}
            value={customer[name]}
            onChange={(event) => onChange({ ...customer, [name]: event.currentTarget.value })}
          />
        ))}
      </div>
      {errors['customer.user'] && (
        <p className={`${layout.error} ${css.error}`} role="alert">
          {errors['customer.user']}{' '}
          <Button variant="subtle" size="compact-sm" onClick={() => onChange({ ...customer, user: null })}>
            {m.withoutAccount}
          </Button>
        </p>
      )}
    </Section>
  )
}

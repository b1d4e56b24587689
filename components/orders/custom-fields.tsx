'use client'

import { Button } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useEditing } from '@/components/ui/use-editing'
import { useMessages } from '@/lib/client/messages/use-messages'
import type { Order, OrderPatch } from '@/lib/client/orders'
import css from './order-detail.module.css'

const CustomFieldsForm = dynamic(() => import('./custom-fields-form').then((module) => module.CustomFieldsForm), {
  ssr: false,
})

type Props = { order: Order; onSave?: (patch: OrderPatch) => Promise<void> }

const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

/** What other systems keep with the order: free names, JSON values. */
export function CustomFields({ order, onSave }: Props) {
  const t = useMessages()
  const { editing, button, start, stop } = useEditing()
  const entries = Object.entries(order.customFields)
  return (
    <section className={css.section} aria-labelledby="order-custom">
      <div className={css.sectionHead}>
        <h2 id="order-custom" className={css.sectionTitle}>
          {t.order.customFields}
        </h2>
        {onSave && !editing && (
          <Button ref={button} variant="subtle" size="compact-sm" aria-label={t.order.editCustomFields} onClick={start}>
            {t.app.edit}
          </Button>
        )}
      </div>
      {editing && onSave ? (
        <CustomFieldsForm
          stored={order.customFields}
          onCancel={stop}
          onSave={async (patch) => {
            await onSave(patch)
            stop()
          }}
        />
      ) : entries.length === 0 ? (
        <p className={css.muted}>{t.order.noCustomFields}</p>
      ) : (
        <dl className={css.facts}>
          {entries.map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd className={typeof value === 'string' ? undefined : 'od-mono'}>{text(value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

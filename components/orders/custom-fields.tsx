'use client'

import { Button } from '@mantine/core'
import dynamic from 'next/dynamic'
import { Facts } from '@/components/ui/facts'
import { Section } from '@/components/ui/section'
import { useEditing } from '@/components/ui/use-editing'
import { useMessages } from '@/lib/client/messages/use-messages'
import type { Order, OrderPatch } from '@/lib/client/orders'

const CustomFieldsForm = dynamic(() => import('./custom-fields-form').then((module) => module.CustomFieldsForm), {
  ssr: false,
})

type Props = { order: Order; onSave?: (patch: OrderPatch) => Promise<void> }

const shown = (value: unknown) => (
  <span className={typeof value === 'string' ? undefined : 'od-mono'}>
    {typeof value === 'string' ? value : JSON.stringify(value)}
  </span>
)

/** What other systems keep with the order: free names, JSON values. */
export function CustomFields({ order, onSave }: Props) {
  const t = useMessages()
  const { editing, button, start, stop } = useEditing()
  const entries = Object.entries(order.customFields)
  return (
    <Section
      title={t.order.customFields}
      head={
        onSave &&
        !editing && (
          <Button ref={button} variant="subtle" size="compact-sm" aria-label={t.order.editCustomFields} onClick={start}>
            {t.app.edit}
          </Button>
        )
      }
    >
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
        <p className="od-muted">{t.order.noCustomFields}</p>
      ) : (
        <Facts rows={entries.map(([name, value]) => [name, shown(value)])} />
      )}
    </Section>
  )
}

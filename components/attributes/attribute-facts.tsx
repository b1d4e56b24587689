'use client'

import { useChosenNodes } from '@/components/trees/use-chosen-nodes'
import { Facts } from '@/components/ui/facts'
import layout from '@/components/ui/form.module.css'
import { Section } from '@/components/ui/section'
import type { Attribute } from '@/lib/client/attributes'
import { useAttributeMessages } from '@/lib/client/messages/areas/attributes'
import { useMessages } from '@/lib/client/messages/use-messages'

/** An attribute for those who only read it. */
export function AttributeFacts({ attribute }: { attribute: Attribute }) {
  const t = useMessages()
  const m = useAttributeMessages()
  const { chosen } = useChosenNodes('categories', attribute.categoryIds)
  const facts: [string, string][] = [
    [m.fields.type!, m.types[attribute.type]],
    [m.fields.groupName!, attribute.groupName ?? t.app.notSet],
    [m.fields.order!, String(attribute.order)],
    [
      m.fields.categoryIds!,
      attribute.categoryIds.length === 0 ? m.everywhere : chosen.map(({ node }) => node?.name ?? '…').join(', '),
    ],
    [m.fields.items!, attribute.items.map(({ value, key }) => value || key).join(', ') || t.app.notSet],
  ]
  return (
    <Section>
      <div className={layout.stack}>
        <p className="od-muted">{m.readOnly}</p>
        <Facts rows={facts} />
      </div>
    </Section>
  )
}

'use client'

import { useChosenNodes } from '@/components/trees/use-chosen-nodes'
import type { Attribute } from '@/lib/client/attributes'
import { useAttributeMessages } from '@/lib/client/messages/areas/attributes'
import { useMessages } from '@/lib/client/messages/use-messages'
import css from './attribute.module.css'

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
    <div className={css.part}>
      <p className={css.hint}>{m.readOnly}</p>
      <dl className={css.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

'use client'

import { useTreeMessages } from '@/lib/client/messages/areas/trees'
import { useMessages } from '@/lib/client/messages/use-messages'
import type { TreeEntity, TreeKind } from '@/lib/client/trees'
import css from './node-panel.module.css'

/** A node's fields for those who only read them. */
export function NodeFacts({ kind, entity }: { kind: TreeKind; entity: TreeEntity }) {
  const t = useMessages()
  const m = useTreeMessages()
  const facts: [string, string | undefined][] =
    kind === 'categories'
      ? [
          [m.fields.description, entity.description],
          [m.fields.status, entity.status && m.statuses[entity.status]],
          [m.fields.sequence, String(entity.sequence ?? 0)],
          [m.fields.icon, entity.icon ? `${entity.icon.type}: ${entity.icon.value}` : undefined],
        ]
      : [
          [m.fields.code, entity.code],
          [m.fields.type, entity.type],
        ]
  return (
    <>
      <p className={css.readOnly}>{m.readOnly}</p>
      <dl className={css.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value || t.app.notSet}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

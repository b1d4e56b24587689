'use client'

import { Facts } from '@/components/ui/facts'
import layout from '@/components/ui/form.module.css'
import { useTreeMessages } from '@/lib/client/messages/areas/trees'
import { useMessages } from '@/lib/client/messages/use-messages'
import type { TreeEntity, TreeKind } from '@/lib/client/trees'

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
    <div className={layout.stack}>
      <p className="od-muted">{m.readOnly}</p>
      <Facts values="below" rows={facts.map(([name, value]) => [name, value || t.app.notSet])} />
    </div>
  )
}

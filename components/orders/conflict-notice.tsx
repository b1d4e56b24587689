'use client'

import { Button } from '@mantine/core'
import { explain } from '@/components/ui/failure'
import { Notice } from '@/components/ui/notice'
import { formatMoment } from '@/lib/client/format'
import { useConflictMessages } from '@/lib/client/messages/areas/conflict'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { OrderConflict } from '@/lib/client/order-change'
import { useNow } from '@/lib/client/use-now'
import { useFieldText } from './use-field-text'

type Props = { conflict: OrderConflict; timeZone: string; onReload: () => void }

/** A change that came too late: who was first, what they did, that nothing of this one was kept, and the way on. */
export function ConflictNotice({ conflict, timeZone, onReload }: Props) {
  const { locale, messages: t } = useLanguage()
  const m = useConflictMessages()
  const now = useNow()
  const fieldText = useFieldText(timeZone)
  const { error, latest } = conflict
  const status = latest?.fields.status
  const what = latest && (t.history.operations[latest.operation] ?? t.history.other({ operation: latest.operation }))
  const moved = status && `${what} (${fieldText('status', status[0])} → ${fieldText('status', status[1])})`
  return (
    <Notice
      kind="bad"
      title={latest ? m.title : error.status === 412 ? m.title : m.moveTitle}
      actions={
        <Button variant="default" onClick={onReload}>
          {m.reload}
        </Button>
      }
    >
      <p>
        {latest
          ? m.who({
              who: latest.actor.name,
              what: moved ?? what ?? '',
              when: formatMoment(locale, timeZone, latest.at, now),
            })
          : error.status === 412
            ? m.unknown
            : explain(error, t)}
      </p>
      <p>{m.rolledBack}</p>
    </Notice>
  )
}

'use client'

import { Button } from '@mantine/core'
import { explain } from '@/components/ui/failure'
import { Notice } from '@/components/ui/notice'
import { formatMoment } from '@/lib/client/format'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { OrderConflict } from '@/lib/client/order-change'
import { useNow } from '@/lib/client/use-now'
import { useFieldText } from './use-field-text'

type Props = { conflict: OrderConflict; timeZone: string; onReload: () => void }

/** A change that came too late: who was first, what they did, that nothing of this one was kept, and the way on. */
export function ConflictNotice({ conflict, timeZone, onReload }: Props) {
  const { locale, messages: t } = useLanguage()
  const now = useNow()
  const fieldText = useFieldText(timeZone)
  const { error, latest } = conflict
  const status = latest?.fields.status
  const what = latest && (t.history.operations[latest.operation] ?? t.history.other({ operation: latest.operation }))
  const moved = status && `${what} (${fieldText('status', status[0])} → ${fieldText('status', status[1])})`
  return (
    <Notice
      kind="bad"
      title={latest ? t.conflict.title : error.status === 412 ? t.conflict.title : t.conflict.moveTitle}
      actions={
        <Button variant="default" onClick={onReload}>
          {t.conflict.reload}
        </Button>
      }
    >
      <p>
        {latest
          ? t.conflict.who({
              who: latest.actor.name,
              what: moved ?? what ?? '',
              when: formatMoment(locale, timeZone, latest.at, now),
            })
          : error.status === 412
            ? t.conflict.unknown
            : explain(error, t)}
      </p>
      <p>{t.conflict.rolledBack}</p>
    </Notice>
  )
}

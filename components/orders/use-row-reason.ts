'use client'

import type { BulkRow } from '@/lib/client/bulk'
import { formatInstant } from '@/lib/client/format'
import { useBulkMessages } from '@/lib/client/messages/areas/bulk'
import { useLanguage } from '@/lib/client/messages/use-messages'

/** Why an order of many did not move, in the reader's language where the facts suffice, else in the server's words. */
export function useRowReason(timeZone: string) {
  const { locale, messages: t } = useLanguage()
  const m = useBulkMessages()
  return (row: BulkRow): string => {
    const { outcome, status, changedBy, reason } = row
    const is = status ? m.is({ status: t.status[status] }) : ''
    if (outcome === 'skipped') return m.notTried
    if (changedBy) {
      const what = t.history.operations[changedBy.operation] ?? t.history.other({ operation: changedBy.operation })
      const when = formatInstant(locale, timeZone, changedBy.at)
      const told = m.changedBy({ who: changedBy.actor.name || t.history.system, what, when })
      return [told, is].filter(Boolean).join('. ').replace('。. ', '。')
    }
    if (outcome === 'notFound') return m.gone
    const isFinal = status === 'CLOSED' || status === 'CANCELED'
    if (outcome === 'notAllowed' && isFinal) return is
    return reason ?? is
  }
}

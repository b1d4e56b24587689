'use client'

import { formatInstant } from '@/lib/client/format'
import { useLanguage } from '@/lib/client/messages/use-messages'

/** The words that stand for stored values in the history: `PENDING` → `Pending`, an instant → its time. */
export function useFieldText(timeZone: string) {
  const { locale, messages: t } = useLanguage()
  const words: Record<string, Record<string, string>> = {
    status: t.status,
    paymentStatus: t.payment,
    fulfillmentStatus: t.fulfillment,
    disputeStatus: t.dispute,
    cancelReason: t.cancelReason,
  }
  return (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t.app.notSet
    if (typeof value === 'string') return words[field]?.[value] ?? value
    if (typeof value === 'number' && field.endsWith('At')) {
      return formatInstant(locale, timeZone, new Date(value).toISOString())
    }
    return JSON.stringify(value)
  }
}

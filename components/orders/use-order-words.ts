'use client'

import { useMemo } from 'react'
import { useOrderListMessages } from '@/lib/client/messages/areas/order-list'
import { useMessages } from '@/lib/client/messages/use-messages'

/** How an order's fields and the values of its enumerations are called, for chips and columns. */
export function useOrderWords() {
  const t = useMessages()
  const m = useOrderListMessages()
  return useMemo(() => {
    const values: Record<string, Record<string, string>> = {
      status: t.status,
      paymentStatus: t.payment,
      fulfillmentStatus: t.fulfillment,
      disputeStatus: t.dispute,
      cancelReason: t.cancelReason,
    }
    return {
      fieldLabel: (path: string): string => {
        const below = /^customFields\.(.+)$/.exec(path)?.[1]
        return below ? m.customField({ name: below }) : (m.fields[path] ?? path)
      },
      valueLabel: (path: string, value: string): string => values[path]?.[value] ?? value,
    }
  }, [t, m])
}

/** Fields that hold minor units of the organization's currency. */
export const orderMoney = ['subtotalPrice', 'totalTax', 'totalPrice', 'lineItems.price.amount'] as const

'use client'

import { ActionIcon } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Identity } from '@/components/ui/page'
import { AxisPill, StatusPill } from '@/components/ui/status-pill'
import { copyText } from '@/lib/client/clipboard'
import { formatInstant, formatMoment } from '@/lib/client/format'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { Order } from '@/lib/client/orders'
import { showToast } from '@/lib/client/toasts'
import { useNow } from '@/lib/client/use-now'
import css from './order-detail.module.css'
import { orderName } from './views'

type Props = { order: Order; timeZone: string; saving?: boolean; children?: ReactNode }

/** Which order this is, where it stands, and beside it what can be done. */
export function OrderHead({ order, timeZone, saving, children }: Props) {
  const { locale, messages: t } = useLanguage()
  const now = useNow()
  const number = orderName(order)
  return (
    <Identity
      ruled
      title={<span className="od-number">{number}</span>}
      beside={
        <>
          <ActionIcon
            className={css.copy}
            size={28}
            aria-label={t.order.copyNumber}
            title={t.order.copyNumber}
            onClick={async () => {
              const text = String(order.number)
              if (await copyText(text)) showToast({ kind: 'done', title: t.order.numberCopied({ number: text }) })
            }}
          >
            <IconCopy size={15} />
          </ActionIcon>
          <StatusPill status={order.status} saving={saving} large />
          {order.disputeStatus !== 'NONE' && <AxisPill axis="dispute" value={order.disputeStatus} />}
        </>
      }
      under={
        <span suppressHydrationWarning title={formatInstant(locale, timeZone, order.createdAt)}>
          {t.order.placedAt({ when: formatMoment(locale, timeZone, order.createdAt, now) })}
        </span>
      }
    >
      {children}
    </Identity>
  )
}

'use client'

import { Button } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Section } from '@/components/ui/section'
import { AxisPill } from '@/components/ui/status-pill'
import { formatAmount, formatInstant, formatNumber } from '@/lib/client/format'
import { useOrderPartMessages } from '@/lib/client/messages/areas/order-parts'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { Contest } from '@/lib/client/order-parts'
import css from './parts.module.css'
import type { PartCardProps } from './payment-card'
import { lineName } from './quantity-list'
import { orderName } from './views'

const ReviewDialog = dynamic(() => import('./dispute-dialogs').then((module) => module.ReviewDialog), { ssr: false })

type TableProps = Pick<PartCardProps, 'order' | 'parts'> & { contest: Contest }

/** What was ordered, what the customer says, and what the review decided, line by line. */
function ContestTable({ order, parts, contest }: TableProps) {
  const { locale, messages: t } = useLanguage()
  const m = useOrderPartMessages()
  const lines = new Map(parts?.lines.map((line) => [line.id, line]))
  const quantity = (value: number | null) => (value === null ? t.app.none : formatNumber(locale, value))
  const amount = (value: number | null) => (value === null ? t.app.none : formatAmount(locale, order.currency, value))
  const cell = `${css.number} od-number`
  const head = `${css.number} ${css.column}`
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col" className={css.column}>
            {t.order.product}
          </th>
          <th scope="col" className={head}>
            {m.ordered}
          </th>
          <th scope="col" className={head}>
            {m.contested}
          </th>
          <th scope="col" className={head}>
            {m.reviewed}
          </th>
        </tr>
      </thead>
      <tbody>
        {contest.items.map(({ lineId, originalQuantity, contestedQuantity, reviewedQuantity }) => {
          const line = lines.get(lineId)
          return (
            <tr key={lineId}>
              <th scope="row">{line ? lineName(line) : lineId}</th>
              <td className={cell}>{quantity(originalQuantity)}</td>
              <td className={cell} data-changed={contestedQuantity !== originalQuantity || undefined}>
                {quantity(contestedQuantity)}
              </td>
              <td
                className={cell}
                data-changed={(reviewedQuantity ?? originalQuantity) !== originalQuantity || undefined}
              >
                {quantity(reviewedQuantity)}
              </td>
            </tr>
          )
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className={css.sum}>
            {m.disputeTotal} ({order.currency})
          </th>
          <td className={`${cell} ${css.sum}`}>{amount(contest.originalTotalPrice)}</td>
          <td className={`${cell} ${css.sum}`}>{amount(contest.contestedTotalPrice)}</td>
          <td className={`${cell} ${css.sum}`}>{amount(contest.reviewedTotalPrice)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** The customer's objection and its review. An order nobody objected to has none: see the order's menu. */
export function DisputeCard({ order, parts, timeZone, busy, onAct }: PartCardProps) {
  const { locale, messages: t } = useLanguage()
  const m = useOrderPartMessages()
  const [reviewing, setReviewing] = useState(false)
  const contest = parts?.contest
  if (order.disputeStatus === 'NONE') return null
  return (
    <Section
      title={t.order.dispute}
      mark={<AxisPill axis="dispute" value={order.disputeStatus} />}
      head={
        onAct &&
        contest &&
        parts.next.dispute.includes('REVIEWED') && (
          <Button
            variant="default"
            size="compact-sm"
            aria-disabled={busy || undefined}
            onClick={() => !busy && setReviewing(true)}
          >
            {m.review}
          </Button>
        )
      }
    >
      {contest && (
        <>
          <blockquote className={css.message}>
            {contest.message || t.app.none}
            <footer>
              {contest.fromOperator ? m.contestedBy.operator : m.contestedBy.shopper}
              {' · '}
              {formatInstant(locale, timeZone, contest.createdAt)}
            </footer>
          </blockquote>
          {contest.items.length > 0 && <ContestTable order={order} parts={parts} contest={contest} />}
        </>
      )}
      {reviewing && onAct && parts && (
        <ReviewDialog
          order={order}
          parts={parts}
          onClose={() => setReviewing(false)}
          onAct={(act) =>
            onAct(act, (changed) =>
              m.disputeNow({ number: orderName(changed), status: t.dispute[changed.disputeStatus] }),
            )
          }
        />
      )}
    </Section>
  )
}

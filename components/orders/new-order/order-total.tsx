'use client'

import { useQuery } from '@tanstack/react-query'
import { explain } from '@/components/ui/failure'
import layout from '@/components/ui/form.module.css'
import { fieldErrorsOf } from '@/lib/client/field-errors'
import { formatAmount, formatMoney } from '@/lib/client/format'
import { useNewOrderMessages } from '@/lib/client/messages/areas/new-order'
import { useLanguage, useMessages } from '@/lib/client/messages/use-messages'
import { type DraftLine, quoteQuery } from '@/lib/client/new-order'
import css from './new-order.module.css'
import { useSettled } from './use-settled'

const pauseMs = 300

/** The lines' quote, a moment after they changed, and what the server says of single lines. */
export function useQuote(orgId: string, lines: readonly DraftLine[]) {
  const t = useMessages()
  const settled = useSettled(lines, pauseMs)
  const { data, error, isFetching, isPlaceholderData } = useQuery(quoteQuery(orgId, settled))
  const behind = settled !== lines || isFetching || isPlaceholderData
  const errors = settled === lines && error ? fieldErrorsOf(error, t) : {}
  return { quote: error ? undefined : data, error, behind, errors }
}

type Props = ReturnType<typeof useQuote> & { lines: readonly DraftLine[] }

/** What the order comes to, as the server works it out. */
export function OrderTotal({ lines, quote, error, behind, errors }: Props) {
  const { locale, messages: t } = useLanguage()
  const m = useNewOrderMessages()
  if (lines.length === 0) return <p className="od-muted">{m.noTotal}</p>
  if (error && !behind) {
    return (
      <p className={layout.error} role="alert">
        {m.quoteFailed} {Object.keys(errors).length === 0 && explain(error, t)}
      </p>
    )
  }
  const amount = (minor: number | undefined) =>
    quote && minor !== undefined ? formatAmount(locale, quote.currency, minor) : <span className="od-skeleton" />
  return (
    <dl className={`${css.totals} od-number`} aria-busy={behind} data-behind={behind || undefined}>
      <dt>{t.order.subtotal}</dt>
      <dd>{amount(quote?.subtotalPrice)}</dd>
      <dt>{t.order.tax}</dt>
      <dd>{amount(quote?.totalTax)}</dd>
      <dt className={css.grand}>{t.order.total}</dt>
      <dd className={css.grand}>
        {quote ? formatMoney(locale, quote.currency, quote.totalPrice) : <span className="od-skeleton" />}
      </dd>
    </dl>
  )
}

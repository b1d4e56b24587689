'use client'

import Link from 'next/link'
import { formatAmount } from '@/lib/client/format'
import { useOverviewMessages } from '@/lib/client/messages/areas/overview'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { type Overview, ordersHref } from '@/lib/client/overview'
import { ChartFrame } from './chart-frame'
import css from './overview.module.css'
import { useOverviewWords } from './use-overview-words'

/** What sold best, with a bar behind the number it is ranked by. */
export function TopProducts({ orgId, overview }: { orgId: string; overview: Overview }) {
  const { locale } = useLanguage()
  const m = useOverviewMessages()
  const words = useOverviewWords(overview.currency)
  const { topProducts, currency } = overview
  const most = Math.max(1, ...topProducts.map(({ amount }) => amount))
  return (
    <ChartFrame title={m.topProducts} hint={m.topProductsHint} className={css.wide}>
      {topProducts.length === 0 ? (
        <p className={css.nothing}>{m.noProducts}</p>
      ) : (
        <table className={`${css.table} ${css.products}`}>
          <caption className="od-hidden">{m.topProducts}</caption>
          <thead>
            <tr>
              <th scope="col">{m.product}</th>
              <th scope="col">{m.ofOrders}</th>
              <th scope="col">{m.pieces}</th>
              <th scope="col">{m.amount({ currency })}</th>
            </tr>
          </thead>
          <tbody>
            {topProducts.map(({ product, productName, quantity, amount, count, filter }) => (
              <tr key={product}>
                <th scope="row">
                  <Link className={css.productName} href={`/orgs/${orgId}/products/${product}`} prefetch={false}>
                    {productName}
                  </Link>
                  <span className={css.meter} aria-hidden="true">
                    <span data-part="REVENUE" style={{ width: `${(amount / most) * 100}%` }} />
                  </span>
                </th>
                <td>
                  <Link className={css.plain} href={ordersHref(orgId, filter)} prefetch={false}>
                    {words.number(count)}
                  </Link>
                </td>
                <td>{words.number(quantity)}</td>
                <td>{formatAmount(locale, currency, amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </ChartFrame>
  )
}

'use client'

import Link from 'next/link'
import { CopyLine } from '@/components/ui/copy-line'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { formatAmount, formatMoney, formatNumber } from '@/lib/client/format'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { Order } from '@/lib/client/orders'
import css from './line-items.module.css'

type Props = {
  order: Order
  /** Whose catalog the products are opened in; left out for readers who may not. */
  orgId?: string
}

/** What was ordered, as it was then, and what it comes to. */
export function LineItems({ order, orgId }: Props) {
  const { locale, messages: t } = useLanguage()
  const { currency, lineItems } = order
  const amount = (minor: number) => formatAmount(locale, currency, minor)
  return (
    <Section
      title={t.order.items}
      head={
        <span className="od-muted">
          {t.list.itemList({ count: lineItems.reduce((sum, { quantity }) => sum + quantity, 0) })}
        </span>
      }
    >
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t.order.product}</th>
            <th scope="col" className={css.sku}>
              {t.order.sku}
            </th>
            <th scope="col" className={css.number}>
              {t.order.quantity}
            </th>
            <th scope="col" className={css.number}>
              {t.order.price}
            </th>
            <th scope="col" className={css.number}>
              {t.order.lineTotal} ({currency})
            </th>
          </tr>
        </thead>
        <tbody>
          {lineItems.map(({ product, productName, variantTitle, sku, price, quantity }, i) => (
            <tr key={i}>
              <td>
                {orgId && product ? (
                  <Link
                    className={`${css.product} ${css.link}`}
                    href={`/orgs/${orgId}/products/${product}`}
                    prefetch={false}
                  >
                    {productName}
                  </Link>
                ) : (
                  <span className={css.product}>{productName}</span>
                )}
                <span className={`od-muted ${css.variant}`}>
                  {variantTitle}
                  {price.taxable === false && (
                    <>
                      {' '}
                      <Tag>{t.order.notTaxed}</Tag>
                    </>
                  )}
                </span>
              </td>
              <td className={css.sku}>{sku ? <CopyLine value={sku} /> : t.app.none}</td>
              <td className={`${css.number} od-number`}>{formatNumber(locale, quantity)}</td>
              <td className={`${css.number} od-number`}>{amount(price.amount)}</td>
              <td className={`${css.number} od-number`}>{amount(price.amount * quantity)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className={`${css.totals} od-number`}>
        <dt>{t.order.subtotal}</dt>
        <dd>{amount(order.subtotalPrice)}</dd>
        <dt>{t.order.tax}</dt>
        <dd>{amount(order.totalTax)}</dd>
        <dt className={css.total}>{t.order.total}</dt>
        <dd className={css.total}>{formatMoney(locale, currency, order.totalPrice)}</dd>
      </dl>
    </Section>
  )
}

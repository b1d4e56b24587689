'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { CopyLine } from '@/components/ui/copy-line'
import { formatInstant, formatMoney, formatNumber } from '@/lib/client/format'
import { useEditorMessages } from '@/lib/client/messages/areas/product-editor'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { factsQuery } from '@/lib/client/product-facts'
import { type Product, productOrdersQuery } from '@/lib/client/products'
import css from './product.module.css'
import { Section } from './section'

type Props = { orgId: string; product: Product; timeZone: string; currency: string }

/** Followers, orders, prices: what is known of a product beside what is said of it. */
export function FactsSection({ orgId, product, timeZone, currency }: Props) {
  const { locale, messages: t } = useLanguage()
  const m = useEditorMessages()
  const { data: facts } = useQuery(factsQuery(orgId, product.id))
  const { data: orders } = useQuery(productOrdersQuery(orgId, [product.id]))
  const inOrders = orders?.[0]?.count
  const ordersHref = `/orgs/${orgId}/orders?${new URLSearchParams({ filter: `lineItems.product eq '${product.id}'` })}`
  const price =
    facts && facts.lowestPrice !== null && facts.highestPrice !== null
      ? [...new Set([facts.lowestPrice, facts.highestPrice])]
          .map((each) => formatMoney(locale, currency, each))
          .join('–')
      : undefined
  return (
    <Section title={m.facts}>
      <dl className={css.facts}>
        <dt>{m.orders}</dt>
        <dd className="od-number">
          {inOrders === undefined ? '…' : formatNumber(locale, inOrders)}
          {inOrders !== undefined && inOrders > 0 && (
            <>
              {' · '}
              <Link className="od-link" href={ordersHref} prefetch={false}>
                {m.showOrders}
              </Link>
            </>
          )}
        </dd>
        <dt>{m.followers}</dt>
        <dd className="od-number">{facts ? formatNumber(locale, facts.followers) : '…'}</dd>
        <dt>{m.priceRange}</dt>
        <dd className="od-number">{facts ? (price ?? t.app.none) : '…'}</dd>
        <dt>{m.createdAt}</dt>
        <dd>{formatInstant(locale, timeZone, product.createdAt)}</dd>
        <dt>{m.identity}</dt>
        <dd>
          <CopyLine value={product.id} />
        </dd>
      </dl>
    </Section>
  )
}

'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { CopyLine } from '@/components/ui/copy-line'
import { Facts } from '@/components/ui/facts'
import { Section } from '@/components/ui/section'
import { formatInstant, formatMoney, formatNumber } from '@/lib/client/format'
import { useEditorMessages } from '@/lib/client/messages/areas/product-editor'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { factsQuery } from '@/lib/client/product-facts'
import { type Product, productOrdersQuery } from '@/lib/client/products'

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
      <Facts
        className="od-number"
        rows={[
          [
            m.orders,
            <span key="orders">
              {inOrders === undefined ? '…' : formatNumber(locale, inOrders)}
              {inOrders !== undefined && inOrders > 0 && (
                <>
                  {' · '}
                  <Link className="od-link" href={ordersHref} prefetch={false}>
                    {m.showOrders}
                  </Link>
                </>
              )}
            </span>,
          ],
          [m.followers, facts ? formatNumber(locale, facts.followers) : '…'],
          [m.priceRange, facts ? (price ?? t.app.none) : '…'],
          [m.createdAt, formatInstant(locale, timeZone, product.createdAt)],
          [m.identity, <CopyLine key="id" value={product.id} />],
        ]}
      />
    </Section>
  )
}

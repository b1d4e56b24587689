'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { Section } from '@/components/ui/section'
import { Waiting } from '@/components/ui/waiting'
import { formatMoney, formatNumber } from '@/lib/client/format'
import { useEditorMessages } from '@/lib/client/messages/areas/product-editor'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { firstVariantsQuery } from '@/lib/client/product-variants'
import css from './product.module.css'

type Props = { orgId: string; productId: string; currency: string; mayEdit: boolean }

/** The first variants with their prices, and the way to all of them. */
export function VariantsSection({ orgId, productId, currency, mayEdit }: Props) {
  const { locale } = useLanguage()
  const m = useEditorMessages()
  const { data } = useQuery(firstVariantsQuery(orgId, productId))
  const href = `/orgs/${orgId}/products/${productId}/variants`
  const isEmpty = data?.total === 0
  const more = data ? data.total - data.value.length : 0
  const link = (
    <Link className="od-link" href={href} prefetch={false}>
      {isEmpty ? m.addVariants : m.editVariants}
    </Link>
  )
  return (
    <Section title={m.variants} id="variants" head={mayEdit && link}>
      {isEmpty ? (
        <p className="od-muted">{m.noVariants}</p>
      ) : data ? (
        <>
          <table className={css.variants}>
            <thead>
              <tr>
                <th scope="col">{m.variantTitle}</th>
                <th scope="col">{m.sku}</th>
                <th scope="col">{m.price}</th>
              </tr>
            </thead>
            <tbody>
              {data.value.map(({ id, title, sku, price }) => (
                <tr key={id}>
                  <td title={title}>{title}</td>
                  <td className={sku ? 'od-mono' : 'od-muted'} title={sku ?? undefined}>
                    {sku || m.noSku}
                  </td>
                  <td className="od-number">{formatMoney(locale, currency, price.amount)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {more > 0 && (
            <p className="od-muted" style={{ marginTop: 8 }}>
              {mayEdit ? (
                <Link className="od-link" href={href} prefetch={false}>
                  {m.moreVariants({ count: formatNumber(locale, more) })}
                </Link>
              ) : (
                m.moreVariants({ count: formatNumber(locale, more) })
              )}
            </p>
          )}
        </>
      ) : (
        <Waiting tight widths={[88, 74, 81]} />
      )}
    </Section>
  )
}

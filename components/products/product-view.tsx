'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Facts } from '@/components/ui/facts'
import page from '@/components/ui/page.module.css'
import { Section } from '@/components/ui/section'
import { thumbnailAddress } from '@/lib/client/attachments'
import { useEditorMessages } from '@/lib/client/messages/areas/product-editor'
import { useProductMessages } from '@/lib/client/messages/areas/products'
import { useMessages } from '@/lib/client/messages/use-messages'
import { toForm } from '@/lib/client/product-form'
import { type AttributeValue, attributesByIdQuery, type Product } from '@/lib/client/products'
import css from './product.module.css'
import { VariantsSection } from './variants-section'

type Props = { orgId: string; product: Product; timeZone: string; currency: string }

/** A product for those who may read it and not change it: text, no fields. */
export function ProductView({ orgId, product, timeZone, currency }: Props) {
  const t = useMessages()
  const m = useEditorMessages()
  const words = useProductMessages()
  const form = toForm(product, timeZone)
  const ids = product.attributes.map(({ attributeId }) => attributeId).sort()
  const { data: attributes } = useQuery({ ...attributesByIdQuery(ids), enabled: ids.length > 0 })
  const textOfValue = (id: string, value: AttributeValue): string => {
    const items = attributes?.find((attribute) => attribute.id === id)?.items ?? []
    const named = (key: string) => items.find((item) => item.key === key)?.value ?? key
    if (typeof value === 'boolean') return value ? m.yes : m.no
    return Array.isArray(value) ? value.map(named).join(', ') : named(String(value))
  }
  const list = (rows: readonly (readonly [string, ReactNode])[]) => {
    const filled = rows.filter(([, value]) => value !== '' && value !== undefined)
    if (filled.length === 0) return <p className="od-muted">{t.app.notSet}</p>
    return <Facts rows={filled} />
  }
  return (
    <div className={`${page.columns} ${css.parts}`}>
      <div className={page.main}>
        <Section title={m.fields.description}>
          {product.description ? (
            <p className={css.text}>{product.description}</p>
          ) : (
            <p className="od-muted">{t.app.notSet}</p>
          )}
        </Section>
        {product.images.length > 0 && (
          <Section title={m.images}>
            <div className={css.strip}>
              {product.images.map(({ id, url }) => (
                <img
                  key={id}
                  src={thumbnailAddress(url, 320)}
                  alt=""
                  width={112}
                  height={112}
                  loading="lazy"
                  style={{ objectFit: 'cover', borderRadius: 6, border: '1px solid var(--od-line)' }}
                />
              ))}
            </div>
          </Section>
        )}
        <Section title={m.classification}>
          {list([
            [m.fields.categoryId, product.category?.name ?? words.noCategory],
            ...product.attributes.map(
              ({ attributeId, value }) =>
                [
                  attributes?.find(({ id }) => id === attributeId)?.name ?? m.fields.attributes,
                  textOfValue(attributeId, value),
                ] as const,
            ),
          ])}
        </Section>
        <VariantsSection orgId={orgId} productId={product.id} currency={currency} mayEdit={false} />
        <Section title={m.descriptions}>
          {list([
            [m.fields.tags, product.tags.join(', ')],
            ...product.features.map(({ name, value }) => [name, value] as const),
            [m.fields.dimensions, product.dimensions],
            [m.fields.variantNote, product.variantNote],
            [m.fields.additionalInformation, product.additionalInformation],
          ])}
        </Section>
        <Section title={m.place}>
          {list([
            [m.fields.locationIds, product.locations.map(({ id, name }) => name ?? id).join('\n')],
            [m.fields.postalCode, product.postalCode],
            [
              m.fields.addressLine1,
              [product.addressLine1, product.addressLine2, product.addressLine3].filter(Boolean).join('\n'),
            ],
            [m.fields.latitude, form.latitude],
            [m.fields.longitude, form.longitude],
          ])}
        </Section>
        {form.customFields.length > 0 && (
          <Section title={m.custom}>{list(form.customFields.map(({ name, text }) => [name, text] as const))}</Section>
        )}
      </div>
      <div className={page.aside}>
        <Section title={m.publication}>
          {list([
            [m.fields.status, words.statusWords[form.status]],
            [m.fields.since, form.since],
            [m.fields.until, form.until],
            [m.fields.isPromoted, product.isPromoted ? m.yes : m.no],
          ])}
        </Section>
      </div>
    </div>
  )
}

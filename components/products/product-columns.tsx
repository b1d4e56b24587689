'use client'

import { IconStarFilled } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { columnsOf } from '@/components/data-table/columns'
import { RelativeTime } from '@/components/ui/time'
import { dayKey, formatAmount, formatNumber } from '@/lib/client/format'
import { useProductMessages } from '@/lib/client/messages/areas/products'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { factsQuery } from '@/lib/client/product-facts'
import type { Product } from '@/lib/client/products'
import { useNow } from '@/lib/client/use-now'
import css from './product-columns.module.css'
import { StatePill } from './state-pill'
import { Thumbnail } from './thumbnail'
import { stateOf } from './views'

const column = columnsOf<Product>()

/** The lines of a product's card. */
export const productCards = ['name name', 'state price', 'category variants']

function Name({ product }: { product: Product }) {
  const m = useProductMessages()
  return (
    <span className={css.name}>
      <Thumbnail image={product.images[0]} />
      <span className={css.text} title={product.name}>
        {product.name}
      </span>
      {product.isPromoted && <IconStarFilled size={13} className={css.star} aria-label={m.promoted} />}
    </span>
  )
}

function State({ product, timeZone }: { product: Product; timeZone: string }) {
  const now = useNow()
  return (
    <span suppressHydrationWarning>
      <StatePill state={stateOf(product, timeZone, now)} />
    </span>
  )
}

function Price({ product, orgId, currency }: { product: Product; orgId: string; currency: string }) {
  const { locale, messages: t } = useLanguage()
  const { data } = useQuery({ ...factsQuery(orgId, product.id), enabled: product.variants.length > 0 })
  if (product.variants.length === 0) return <span className={css.none}>{t.app.none}</span>
  if (!data || data.lowestPrice === null || data.highestPrice === null) return null
  const amount = (minor: number) => formatAmount(locale, currency, minor)
  return (
    <span className="od-number">
      {amount(data.lowestPrice)}
      {data.highestPrice !== data.lowestPrice && `–${amount(data.highestPrice)}`}
    </span>
  )
}

type Options = { orgId: string; timeZone: string; currency: string }

/** The columns of the product list. */
export function useProductColumns({ orgId, timeZone, currency }: Options) {
  const { locale, messages: t } = useLanguage()
  const m = useProductMessages()
  return useMemo(() => {
    const day = (iso: string | null) => (iso === null ? t.app.none : dayKey(timeZone, iso))
    return column.columns([
      column.accessor('name', {
        id: 'name',
        meta: { label: m.name, minWidth: 260, sort: 'name', skeleton: 0.7, card: ['name', 'whole'] },
        cell: ({ row }) => <Name product={row.original} />,
      }),
      column.display({
        id: 'state',
        meta: { label: m.state, width: 128, sort: 'publication.status', skeleton: 0.7, card: ['state'] },
        cell: ({ row }) => <State product={row.original} timeZone={timeZone} />,
      }),
      column.accessor('category', {
        id: 'category',
        meta: { label: m.category, width: 190, skeleton: 0.6, fields: ['category.name'], card: ['category', 'dim'] },
        cell: ({ row: { original } }) => (
          <span title={original.category?.name} className={original.category ? undefined : css.none}>
            {original.category?.name ?? m.noCategory}
          </span>
        ),
      }),
      column.display({
        id: 'price',
        meta: {
          card: ['price', 'strong'],
          label: m.priceIn({ currency }),
          width: 150,
          align: 'end',
          skeleton: 0.6,
          fields: ['price.lowest', 'price.highest'],
        },
        cell: ({ row }) => <Price product={row.original} orgId={orgId} currency={currency} />,
      }),
      column.display({
        id: 'variants',
        meta: {
          label: m.variants,
          width: 124,
          align: 'end',
          skeleton: 0.3,
          fields: ['variants.count'],
          card: ['variants', 'dim'],
        },
        cell: ({ row }) => (
          <span className="od-number">
            <span className={css.plain}>{formatNumber(locale, row.original.variants.length)}</span>
            <span className={css.unit}>
              {m.variantCount({
                count: row.original.variants.length,
                text: formatNumber(locale, row.original.variants.length),
              })}
            </span>
          </span>
        ),
      }),
      column.accessor('updatedAt', {
        id: 'updated',
        meta: {
          label: m.updated,
          width: 140,
          sort: 'updatedAt',
          descendingFirst: true,
          skeleton: 0.6,
          fields: ['updatedAt'],
          card: 'hidden',
        },
        cell: ({ row }) => <RelativeTime iso={row.original.updatedAt} timeZone={timeZone} />,
      }),
      column.accessor('tags', {
        id: 'tags',
        meta: { label: m.tags, width: 200, hidden: true, skeleton: 0.5, card: 'hidden' },
        cell: ({ row }) => <span title={row.original.tags.join(', ')}>{row.original.tags.join(', ')}</span>,
      }),
      column.accessor('createdAt', {
        id: 'created',
        meta: {
          label: m.created,
          width: 140,
          sort: 'createdAt',
          descendingFirst: true,
          hidden: true,
          skeleton: 0.6,
          fields: ['createdAt'],
          card: 'hidden',
        },
        cell: ({ row }) => <RelativeTime iso={row.original.createdAt} timeZone={timeZone} />,
      }),
      column.display({
        id: 'since',
        meta: {
          label: m.since,
          width: 124,
          sort: 'publication.since',
          hidden: true,
          skeleton: 0.6,
          fields: ['publication.since'],
          card: 'hidden',
        },
        cell: ({ row }) => <span className="od-number">{day(row.original.publication.since)}</span>,
      }),
      column.display({
        id: 'until',
        meta: {
          label: m.shownUntil,
          width: 124,
          sort: 'publication.until',
          hidden: true,
          skeleton: 0.6,
          fields: ['publication.until'],
          card: 'hidden',
        },
        cell: ({ row }) => <span className="od-number">{day(row.original.publication.until)}</span>,
      }),
    ])
  }, [locale, t, m, orgId, timeZone, currency])
}

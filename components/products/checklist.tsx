'use client'

import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Section } from '@/components/ui/section'
import { useEditorMessages } from '@/lib/client/messages/areas/product-editor'
import { withoutSkuQuery } from '@/lib/client/product-variants'
import type { Product } from '@/lib/client/products'
import css from './product.module.css'

type Props = { orgId: string; product: Product }

/** What a product still lacks, as it is saved; gone when it lacks nothing. */
export function Checklist({ orgId, product }: Props) {
  const m = useEditorMessages()
  const hasVariants = product.variants.length > 0
  const { data: withoutSku } = useQuery({ ...withoutSkuQuery(orgId, product.id), enabled: hasVariants })
  const variantsHref = `/orgs/${orgId}/products/${product.id}/variants`
  const checks = [
    { key: 'description', done: product.description !== '', href: '#basics' },
    { key: 'image', done: product.images.length > 0, href: '#images' },
    { key: 'variants', done: hasVariants, href: variantsHref },
    { key: 'sku', done: hasVariants && withoutSku === 0, href: variantsHref },
    { key: 'location', done: product.locations.length > 0, href: '#place' },
    { key: 'publish', done: product.publication.status === 'ACTIVE', href: '#publication' },
  ] as const
  const done = checks.filter((each) => each.done).length
  // Something published or put away is set up; a missing place is then a choice.
  const isOver = product.publication.status !== 'DRAFT' || done === checks.length
  if (isOver) return null
  return (
    <Section
      title={m.checklist}
      head={<span className="od-muted od-number">{m.checklistDone({ done, total: checks.length })}</span>}
    >
      <ul className={css.checks}>
        {checks.map(({ key, done: isDone, href }) => (
          <li key={key}>
            {isDone ? (
              <span className={css.done}>
                <IconCircleCheckFilled size={17} aria-label={m.checkedOff} />
                {m.checks[key]}
              </span>
            ) : (
              <a href={href}>
                <IconCircle size={17} aria-hidden />
                {m.checks[key]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

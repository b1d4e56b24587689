'use client'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Notice } from '@/components/ui/notice'
import { formatMoment } from '@/lib/client/format'
import { useEditorMessages } from '@/lib/client/messages/areas/product-editor'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { FormField, ProductForm } from '@/lib/client/product-form'
import { productsKey } from '@/lib/client/products'
import { useNow } from '@/lib/client/use-now'
import css from './product.module.css'
import { useFormText } from './use-form-text'
import { type MergedChange, readAuthor } from './use-product-form'

type Props = {
  orgId: string
  productId: string
  merged: MergedChange
  form: ProductForm
  timeZone: string
  onResolve: (field: FormField, side: 'mine' | 'theirs') => void
  onClose: () => void
}

/** Somebody saved while this page was being changed: who, what was taken over, and what has to be decided. */
export function MergeNotice({ orgId, productId, merged, form, timeZone, onResolve, onClose }: Props) {
  const { locale } = useLanguage()
  const m = useEditorMessages()
  const now = useNow()
  const textOf = useFormText()
  const { data: author } = useQuery({
    queryKey: [...productsKey(orgId), 'author', productId, merged.version],
    queryFn: async () => (await readAuthor(orgId, productId, merged.version)) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const names = (fields: readonly FormField[]) => fields.map((field) => m.fields[field]).join(', ')
  return (
    <Notice
      kind={merged.conflicts.length > 0 ? 'bad' : 'warn'}
      title={m.mergedTitle({ who: author?.actor.name || m.somebody })}
      actions={
        merged.conflicts.length === 0 && (
          <Button variant="default" size="compact-sm" onClick={onClose}>
            {m.ok}
          </Button>
        )
      }
    >
      <p>
        {author && `${m.mergedWhen({ when: formatMoment(locale, timeZone, author.at, now) })} `}
        {merged.taken.length > 0 && `${m.mergedTaken({ fields: names(merged.taken) })} `}
        {m.mergedKept}
      </p>
      {merged.conflicts.map((field) => (
        <div key={field} className={css.conflict}>
          <strong>{m.mergedConflict({ field: m.fields[field] })}</strong>
          <div className={css.sides}>
            {(['mine', 'theirs'] as const).map((side) => (
              <div key={side} className={css.side}>
                <span className="od-muted">{m[side]}</span>
                <p>{textOf(field, side === 'mine' ? form : merged.theirs) || m.empty}</p>
                <Button variant="default" size="compact-sm" onClick={() => onResolve(field, side)}>
                  {side === 'mine' ? m.useMine : m.useTheirs}
                </Button>
              </div>
            ))}
          </div>
        </div>
      ))}
    </Notice>
  )
}

'use client'

import { Radio, Switch, TextInput } from '@mantine/core'
import layout from '@/components/ui/form.module.css'
import { Section } from '@/components/ui/section'
import { formatMoment } from '@/lib/client/format'
import { useEditorMessages } from '@/lib/client/messages/areas/product-editor'
import { useProductMessages } from '@/lib/client/messages/areas/products'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { Product } from '@/lib/client/products'
import { useNow } from '@/lib/client/use-now'
import { publicationStatuses } from '@/lib/resources/product'
import type { FormPart } from './form-part'
import css from './product.module.css'

type Props = FormPart & { product: Product; timeZone: string; mayPromote: boolean }

/** Who sees the product, and on which days of the organization's zone. */
export function PublicationSection({ form, set, errors, product, timeZone, mayPromote }: Props) {
  const { locale } = useLanguage()
  const m = useEditorMessages()
  const words = useProductMessages()
  const now = useNow()
  const { publishedAt } = product.publication
  return (
    <Section title={m.publication} id="publication">
      <div className={layout.stack}>
        <Radio.Group
          value={form.status}
          error={errors.status}
          aria-label={m.fields.status}
          onChange={(status) => set({ status: status as typeof form.status })}
        >
          <div className={layout.rows}>
            {publicationStatuses.map((status) => (
              <Radio
                key={status}
                size="xs"
                className={css.radio}
                name="status"
                value={status}
                label={words.statusWords[status]}
                description={m.statusText[status]}
              />
            ))}
          </div>
        </Radio.Group>
        <div className={layout.pair}>
          <TextInput
            type="date"
            name="since"
            label={m.fields.since}
            description={m.sinceHint}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            max="9999-12-31"
            value={form.since}
            error={errors.since}
            onChange={(event) => set({ since: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            name="until"
            label={m.fields.until}
            description={m.untilHint}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            max="9999-12-31"
            value={form.until}
            error={errors.until}
            onChange={(event) => set({ until: event.currentTarget.value })}
          />
        </div>
        <p className="od-muted" suppressHydrationWarning>
          {m.zone({ zone: timeZone })}{' '}
          {publishedAt ? m.publishedAt({ when: formatMoment(locale, timeZone, publishedAt, now) }) : m.neverPublished}
        </p>
        {mayPromote && (
          <Switch
            size="xs"
            label={m.fields.isPromoted}
            checked={form.isPromoted}
            onChange={(event) => set({ isPromoted: event.currentTarget.checked })}
          />
        )}
      </div>
    </Section>
  )
}

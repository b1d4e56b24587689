'use client'

import { ActionIcon, NumberInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { Thumbnail } from '@/components/products/thumbnail'
import layout from '@/components/ui/form.module.css'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import type { FieldErrors } from '@/lib/client/field-errors'
import { formatAmount, formatMoney } from '@/lib/client/format'
import { useNewOrderMessages } from '@/lib/client/messages/areas/new-order'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { type DraftLine, type Orderable, orderablesQuery, withLine } from '@/lib/client/new-order'
import { Finder } from './finder'
import css from './new-order.module.css'

const nameOf = ({ productName, variantTitle }: Orderable) => [productName, variantTitle].filter(Boolean).join(' ')

type Props = {
  orgId: string
  currency: string
  lines: readonly DraftLine[]
  /** What the server says of a line: `items.0`, `items.0.quantity`. */
  errors: FieldErrors
  onChange: (lines: DraftLine[]) => void
}

/** What is ordered: found by typing, counted in place. */
export function OrderLines({ orgId, currency, lines, errors, onChange }: Props) {
  const { locale } = useLanguage()
  const m = useNewOrderMessages()
  const field = useRef<HTMLInputElement>(null)
  const [told, setTold] = useState('')
  const error = (i: number) => errors[`items.${i}.quantity`] ?? errors[`items.${i}`] ?? errors[`items.${i}.variantId`]
  return (
    <Section title={m.items}>
      <Finder<Orderable>
        label={m.find}
        hint={m.findHint}
        none={m.noProduct}
        query={(words) => orderablesQuery(orgId, words)}
        keyOf={({ variantId }) => variantId}
        inputRef={field}
        autoFocus
        onPick={(found) => {
          const next = withLine(lines, found)
          const quantity = next.find(({ variantId }) => variantId === found.variantId)!.quantity
          setTold(m.added({ name: nameOf(found), quantity: String(quantity) }))
          onChange(next)
        }}
      >
        {(option) => (
          <>
            <Thumbnail image={option.image} size={34} />
            <span className={css.optionText}>
              <span className={`od-cut ${css.optionName}`}>{option.productName}</span>
              <span className={`od-cut ${css.optionMore}`}>
                {option.variantTitle}
                {option.sku && <span className="od-mono"> {option.sku}</span>}
              </span>
            </span>
            {!option.published && <Tag>{m.notPublished}</Tag>}
            <span className="od-number">{formatMoney(locale, currency, option.price)}</span>
          </>
        )}
      </Finder>
      <span role="status" className="od-hidden">
        {told}
      </span>
      {errors.items && (
        <p className={`${layout.error} ${css.error}`} role="alert">
          {errors.items}
        </p>
      )}
      {lines.length === 0 ? (
        <p className={`od-muted ${css.nothing}`}>{m.empty}</p>
      ) : (
        <ul className={css.lines}>
          {lines.map((line, i) => {
            const name = nameOf(line)
            const wrong = error(i)
            return (
              <li key={line.variantId}>
                <Thumbnail image={line.image} size={38} />
                <span className={`${css.optionText} ${css.lineText}`}>
                  <span className={`od-cut ${css.optionName}`}>{line.productName}</span>
                  <span className={`od-cut ${css.optionMore}`}>
                    {line.variantTitle}
                    {line.sku && <span className="od-mono"> {line.sku}</span>}
                  </span>
                </span>
                {!line.published && (
                  <span className={css.unpublished}>
                    <Tag>{m.notPublished}</Tag>
                  </span>
                )}
                <span className={`${css.linePrice} od-number`}>{formatAmount(locale, currency, line.price)} ×</span>
                <NumberInput
                  className={css.quantity}
                  aria-label={m.quantityOf({ name })}
                  aria-invalid={wrong ? true : undefined}
                  aria-describedby={wrong ? `line-error-${i}` : undefined}
                  min={1}
                  max={1000}
                  clampBehavior="none"
                  allowDecimal={false}
                  allowNegative={false}
                  error={Boolean(wrong)}
                  value={line.quantity}
                  onChange={(quantity) => onChange(lines.map((each, j) => (j === i ? { ...each, quantity } : each)))}
                />
                <span className={`${css.lineTotal} od-number`} title={m.line}>
                  {formatAmount(locale, currency, line.price * (Number(line.quantity) || 0))}
                </span>
                <ActionIcon
                  aria-label={m.remove({ name })}
                  title={m.remove({ name })}
                  onClick={() => {
                    onChange(lines.filter((_, j) => j !== i))
                    field.current?.focus()
                  }}
                >
                  <IconTrash size={16} />
                </ActionIcon>
                {wrong && (
                  <p id={`line-error-${i}`} className={`${layout.error} ${css.lineError}`} role="alert">
                    {wrong}
                  </p>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}

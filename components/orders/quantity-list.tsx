'use client'

import { NumberInput } from '@mantine/core'
import { useMessages } from '@/lib/client/messages/use-messages'
import type { OrderLine } from '@/lib/client/order-parts'
import css from './quantity-list.module.css'

/** Quantities by line id; empty text while somebody types. */
export type Quantities = Record<number, number | string>

export const lineName = ({ productName, variantTitle }: OrderLine) =>
  variantTitle ? `${productName} ${variantTitle}` : productName

type Props = {
  lines: { line: OrderLine; most?: number }[]
  quantities: Quantities
  onChange: (quantities: Quantities) => void
  /** Something before it in the dialog takes the focus. */
  unfocused?: boolean
}

/** Lines of an order, each with a quantity to choose: from nothing to `most`. */
export function QuantityList({ lines, quantities, onChange, unfocused }: Props) {
  const t = useMessages()
  return (
    <ul className={css.lines}>
      {lines.map(({ line, most }, i) => (
        <li key={line.id}>
          <span className={css.product}>
            {line.productName}
            <span className={css.variant}>{line.variantTitle}</span>
          </span>
          <span className={`${css.quantity} od-number`}>
            <NumberInput
              size="sm"
              min={0}
              max={most}
              clampBehavior="strict"
              allowDecimal={false}
              allowNegative={false}
              data-autofocus={(i === 0 && !unfocused) || undefined}
              aria-label={t.parts.quantityOf({ what: lineName(line) })}
              value={quantities[line.id] ?? ''}
              onChange={(value) => onChange({ ...quantities, [line.id]: value })}
            />
            {most !== undefined && <span>{t.parts.toShip({ left: most })}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}

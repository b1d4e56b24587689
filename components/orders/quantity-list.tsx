'use client'

import { NumberInput } from '@mantine/core'
import { useOrderPartMessages } from '@/lib/client/messages/areas/order-parts'
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
  const m = useOrderPartMessages()
  return (
    <ul className={css.lines}>
      {lines.map(({ line, most }, i) => (
        <li key={line.id}>
          <span className={css.product}>
            {line.productName}
            <span className={`od-muted ${css.variant}`}>{line.variantTitle}</span>
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
              aria-label={m.quantityOf({ what: lineName(line) })}
              value={quantities[line.id] ?? ''}
              onChange={(value) => onChange({ ...quantities, [line.id]: value })}
            />
            {most !== undefined && <span>{m.toShip({ left: most })}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}

'use client'

import { useRef } from 'react'
import css from './select-box.module.css'

type Props = {
  label: string
  checked: boolean
  /** Neither all nor nothing. */
  mixed?: boolean
  /** `range` when Shift was held. */
  onToggle: (range: boolean) => void
}

/** A checkbox as large as the cell it stands in, so that it is hard to miss. */
export function SelectBox({ label, checked, mixed = false, onToggle }: Props) {
  const shift = useRef(false)
  return (
    <input
      ref={(input) => {
        if (input) input.indeterminate = mixed
      }}
      type="checkbox"
      className={css.box}
      aria-label={label}
      checked={checked}
      onClick={(event) => {
        shift.current = event.shiftKey
      }}
      onChange={() => onToggle(shift.current)}
    />
  )
}

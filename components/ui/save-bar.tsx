import type { ReactNode } from 'react'
import css from './save-bar.module.css'

type Props = {
  /** Names it as a part of the page. */
  label?: string
  /** Reaches over the padding of what it stands in. */
  inset?: boolean
  children: ReactNode
}

/** Stays at the lower edge with what ends the work above it. */
export const SaveBar = ({ label, inset, children }: Props) => {
  const Element = label === undefined ? 'div' : 'section'
  return (
    <Element className={css.bar} aria-label={label} data-inset={inset || undefined}>
      {children}
    </Element>
  )
}

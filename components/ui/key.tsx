import type { ReactNode } from 'react'
import css from './key.module.css'

/** A key of the keyboard. Decoration beside a control that says the same in words. */
export const Key = ({ children }: { children: ReactNode }) => (
  <span className={css.key} aria-hidden="true">
    {children}
  </span>
)

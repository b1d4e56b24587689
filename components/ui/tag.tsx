import type { ReactNode } from 'react'
import css from './tag.module.css'

type Props = { tone?: 'good' | 'warn' | 'bad'; children: ReactNode }

/** A word about the thing it stands beside. */
export function Tag({ tone, children }: Props) {
  return (
    <span className={css.tag} data-tone={tone}>
      {children}
    </span>
  )
}

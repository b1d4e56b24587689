import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import css from './notice.module.css'

type Props = {
  kind: 'plain' | 'warn' | 'bad'
  title?: string
  children?: ReactNode
  actions?: ReactNode
}

/** Something to read before going on, in the place it is about. */
export function Notice({ kind, title, children, actions }: Props) {
  const Icon = kind === 'plain' ? IconInfoCircle : IconAlertTriangle
  return (
    <div className={css.notice} data-kind={kind} role={kind === 'plain' ? 'status' : 'alert'}>
      <Icon size={18} aria-hidden />
      <div className={css.text}>
        {title && <p className={css.title}>{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className={css.actions}>{actions}</div>}
      </div>
    </div>
  )
}

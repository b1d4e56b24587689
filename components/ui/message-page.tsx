import type { ReactNode } from 'react'
import css from './message-page.module.css'

type Props = { icon?: ReactNode; title: string; text?: ReactNode; children?: ReactNode; alert?: boolean }

/** What stands where there is nothing else to show: what is the matter, and what to do about it. */
export function MessagePage({ icon, title, text, children, alert }: Props) {
  return (
    <div className={css.page} role={alert ? 'alert' : undefined}>
      <div className={css.column}>
        {icon && <div className={css.icon}>{icon}</div>}
        <h2 className={css.title}>{title}</h2>
        {text && <div className={css.text}>{text}</div>}
        {children && <div className={css.more}>{children}</div>}
      </div>
    </div>
  )
}

'use client'

import type { ComponentProps } from 'react'
import type { Me } from '@/lib/client/me'
import { useMessages } from '@/lib/client/messages/use-messages'
import css from './shell.module.css'

/** Who is signed in; opens the account's panel. */
export function AccountButton({ me, ...props }: ComponentProps<'button'> & { me: Me | undefined }) {
  const t = useMessages()
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      {...props}
      className={css.account}
      aria-label={`${t.shell.account}: ${me?.name ?? ''}`}
    >
      <span className={css.face} aria-hidden="true">
        {me?.name.slice(0, 1).toUpperCase()}
      </span>
      <span className={css.who}>{me?.name}</span>
    </button>
  )
}

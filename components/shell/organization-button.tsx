'use client'

import { IconSelector } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import { useMessages } from '@/lib/client/messages/use-messages'
import css from './shell.module.css'

/** Whose desk this is; opens the list of all. A bar stands in while the name is on its way. */
export function OrganizationButton({ name, ...props }: ComponentProps<'button'> & { name: string | undefined }) {
  const t = useMessages()
  return (
    <button
      type="button"
      aria-haspopup="listbox"
      {...props}
      className={css.picker}
      aria-label={`${t.shell.switchOrganization}: ${name ?? ''}`}
    >
      <span className={`od-cut ${css.pickerName}`}>
        {name ?? <span className="od-skeleton" style={{ width: '60%' }} />}
      </span>
      <IconSelector size={16} className={css.pickerIcon} aria-hidden />
    </button>
  )
}

'use client'

import { IconChevronRight } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { ShallowLink } from '@/components/ui/shallow-link'
import { Waiting } from '@/components/ui/waiting'
import css from './rail.module.css'

export type RailEntry = { id: string; name: string; code?: string; note?: string; href: string; isCurrent: boolean }

type Props = {
  title: string
  entries: readonly RailEntry[]
  isLoading: boolean
  empty?: string
  children?: ReactNode
}

/** Up and down within a column, left and right to the chosen entry of the next one. */
function onKeyDown(event: KeyboardEvent<HTMLElement>) {
  const column = event.currentTarget
  const links = [...column.querySelectorAll<HTMLElement>('a')]
  const at = links.indexOf(document.activeElement as HTMLElement)
  const target = (() => {
    switch (event.key) {
      case 'ArrowDown':
        return links[at + 1]
      case 'ArrowUp':
        return links[at - 1]
      case 'Home':
        return links[0]
      case 'End':
        return links.at(-1)
      case 'ArrowRight':
      case 'ArrowLeft': {
        const columns = [...document.querySelectorAll<HTMLElement>('[data-rail-column]')]
        const beside = columns[columns.indexOf(column) + (event.key === 'ArrowRight' ? 1 : -1)]
        return beside?.querySelector<HTMLElement>('a[aria-current]') ?? beside?.querySelector<HTMLElement>('a')
      }
    }
  })()
  if (!target) return
  event.preventDefault()
  target.focus()
}

/** One column of railways: links that narrow down what stands to the right. */
export function RailColumn({ title, entries, isLoading, empty, children }: Props) {
  return (
    <nav className={css.column} aria-label={title} data-rail-column onKeyDown={onKeyDown}>
      <h2 className={css.columnTitle}>{title}</h2>
      {isLoading ? (
        <Waiting className={css.waiting} widths={[60, 45, 70, 50]} />
      ) : entries.length === 0 ? (
        <p className={`od-muted ${css.hint}`}>{empty}</p>
      ) : (
        <ul>
          {entries.map(({ id, name, code, note, href, isCurrent }) => (
            <li key={id}>
              <ShallowLink href={href} className={css.entry} aria-current={isCurrent ? 'true' : undefined}>
                {code && <span className={css.code}>{code}</span>}
                <span className={css.entryName}>
                  {name}
                  {note && <span className={css.note}>{note}</span>}
                </span>
                <IconChevronRight size={14} className={css.arrow} aria-hidden />
              </ShallowLink>
            </li>
          ))}
        </ul>
      )}
      {children}
    </nav>
  )
}

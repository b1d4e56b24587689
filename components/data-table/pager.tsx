'use client'

import { IconChevronLeft, IconChevronRight, IconChevronsLeft } from '@tabler/icons-react'
import { type ComponentType, useState } from 'react'
import { ShallowLink } from '@/components/ui/shallow-link'
import type { ListAnswer } from '@/lib/client/api'
import { formatNumber } from '@/lib/client/format'
import { pageSizes, tokenOf } from '@/lib/client/list-state'
import { goShallow, type ListUrl } from '@/lib/client/list-url'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { useShortcuts } from '@/lib/client/shortcuts'
import css from './pager.module.css'

type StepProps = {
  href: string | undefined
  label: string
  Icon: ComponentType<{ size: number }>
  /** The page's own links are not known yet: the link stays, focus and all, and does nothing. */
  waiting: boolean
}

function Step({ href, label, Icon, waiting }: StepProps) {
  const content = <Icon size={17} />
  if (!href) return <span className={`${css.step} ${css.off}`}>{content}</span>
  return (
    <ShallowLink href={href} inert={waiting} className={css.step} aria-label={label} title={label}>
      {content}
    </ShallowLink>
  )
}

type Props = {
  list: ListUrl
  answer: ListAnswer<unknown> | undefined
  /** `answer` is of the page before, shown until the next one comes. */
  waiting: boolean
  /** Remembers the size beyond this address. */
  onSize?: (size: number) => void
}

/** Where one is in the list, how many rows a page has, and the way to the pages beside it. */
export function Pager({ list, answer, waiting, onSize }: Props) {
  const { locale, messages: t } = useLanguage()
  const { page, size } = list.state
  const after = tokenOf(answer?.['@nextLink'], '$nextToken')
  const before = tokenOf(answer?.['@previousLink'], '$previousToken')
  const next = after ? list.href({ after, before: '', page: page + 1 }) : undefined
  const first = page > 1 || before ? list.href({}) : undefined
  const previous = before ? (page <= 2 ? first : list.href({ before, after: '', page: page - 1 })) : undefined
  useShortcuts([
    { keys: [']'], group: 'list', label: t.shortcuts.nextPage, run: () => next && !waiting && goShallow(next) },
    {
      keys: ['['],
      group: 'list',
      label: t.shortcuts.previousPage,
      run: () => previous && !waiting && goShallow(previous),
    },
  ])
  const from = (page - 1) * size + 1
  const text = (value: number) => formatNumber(locale, value)
  const range = !answer
    ? ''
    : answer.count === 0
      ? t.list.nothing
      : t.list.range({ from: text(from), to: text(from + answer.count - 1), total: text(answer.total) })
  const [shown, setShown] = useState(range)
  if (!waiting && shown !== range) setShown(range)
  return (
    <footer className={css.pager}>
      <p className={`${css.range} od-number`} role="status">
        {shown}
      </p>
      <label>
        <span className="od-hidden">{t.list.pageSize}</span>
        <select
          className={css.select}
          value={size}
          onChange={(event) => {
            const chosen = Number(event.currentTarget.value)
            list.go({ size: chosen })
            onSize?.(chosen)
          }}
        >
          {pageSizes.map((each) => (
            <option key={each} value={each}>
              {t.list.perPage({ size: each })}
            </option>
          ))}
        </select>
      </label>
      <nav aria-label={t.list.pages} className={css.steps}>
        <Step href={first} label={t.list.firstPage} Icon={IconChevronsLeft} waiting={waiting} />
        <Step href={previous} label={t.list.previousPage} Icon={IconChevronLeft} waiting={waiting} />
        <Step href={next} label={t.list.nextPage} Icon={IconChevronRight} waiting={waiting} />
      </nav>
    </footer>
  )
}

'use client'

import { Button, Popover } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { usePathname } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { ShallowLink } from '@/components/ui/shallow-link'
import { goShallow } from '@/lib/client/list-url'
import { useOverviewMessages } from '@/lib/client/messages/areas/overview'
import { type Asked, daysIn, longestSpan, presets, type Span, writeAsked } from '@/lib/client/overview'
import css from './overview.module.css'

type Props = {
  asked: Asked
  /** What is shown: the days a choice of one's own begins with. */
  span: Span
  /** No later day can be chosen. */
  today: string
}

/** Which days the overview is about: as the address says, and kept there. */
export function SpanPicker({ asked, span, today }: Props) {
  const m = useOverviewMessages()
  const pathname = usePathname()
  const [opened, setOpened] = useState(false)
  const [error, setError] = useState<string>()
  const href = (next: Asked) => {
    const search = writeAsked(next)
    return search ? `${pathname}?${search}` : pathname
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const [from, to] = [String(data.get('from')), String(data.get('to'))]
    if (!from || !to || from > to) return setError(m.spanWrong)
    if (daysIn({ from, to }) > longestSpan) return setError(m.spanLong({ most: longestSpan }))
    setOpened(false)
    goShallow(href({ kind: 'custom', from, to }))
  }
  return (
    <nav className={css.spans} aria-label={m.span}>
      {presets.map((days) => (
        <ShallowLink
          key={days}
          className={css.span}
          href={href({ kind: 'preset', days })}
          aria-current={asked.kind === 'preset' && asked.days === days ? 'true' : undefined}
        >
          {m.presets[days]}
        </ShallowLink>
      ))}
      <Popover
        opened={opened}
        onChange={setOpened}
        position="bottom-end"
        trapFocus
        returnFocus
        transitionProps={{ duration: 80 }}
      >
        <Popover.Target>
          <button
            type="button"
            className={css.span}
            aria-current={asked.kind === 'custom' ? 'true' : undefined}
            aria-expanded={opened}
            onClick={() => {
              setError(undefined)
              setOpened(!opened)
            }}
          >
            <IconCalendar size={15} aria-hidden />
            {m.custom}
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          <form key={`${span.from} ${span.to}`} className={css.spanForm} onSubmit={submit} noValidate>
            <label>
              {m.from}
              <input type="date" name="from" defaultValue={span.from} max={today} required />
            </label>
            <label>
              {m.to}
              <input type="date" name="to" defaultValue={span.to} max={today} required />
            </label>
            {error && (
              <p className={css.spanError} role="alert">
                {error}
              </p>
            )}
            <Button type="submit">{m.show}</Button>
          </form>
        </Popover.Dropdown>
      </Popover>
    </nav>
  )
}

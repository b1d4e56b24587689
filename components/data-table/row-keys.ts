'use client'

import type { RefObject } from 'react'
import { useMessages } from '@/lib/client/messages/use-messages'
import { useShortcuts } from '@/lib/client/shortcuts'

const linksOf = (box: HTMLElement | null) =>
  [...(box?.querySelectorAll<HTMLElement>('tr[data-row] a[href]') ?? [])].filter(
    (link) => link.closest('td')?.previousElementSibling === null,
  )

/**
 * `j` and `k` move the focus from row to row. The focus is the browser's own, on the row's link, so Enter opens it and
 * a screen reader says it without further ado.
 */
export function useRowKeys(scroller: RefObject<HTMLElement | null>) {
  const t = useMessages()
  const move = (to: (at: number, last: number) => number) => {
    const links = linksOf(scroller.current)
    const at = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement))
    const link = links[Math.max(0, Math.min(links.length - 1, to(at, links.length - 1)))]
    link?.focus({ preventScroll: true })
    link?.closest('tr')?.scrollIntoView({ block: 'nearest' })
  }
  const next = () => move((at) => at + 1)
  const previous = () => move((at) => (at < 0 ? 0 : at - 1))
  const inTable = (event: KeyboardEvent) => scroller.current?.contains(event.target as Node) ?? false
  const onArrow = (run: () => void) => (event: KeyboardEvent) => {
    if (inTable(event)) run()
    else scroller.current?.scrollBy({ top: event.key === 'ArrowDown' ? 44 : -44 })
  }
  useShortcuts([
    { keys: ['j'], group: 'list', label: t.shortcuts.next, run: next },
    { keys: ['k'], group: 'list', label: t.shortcuts.previous, run: previous },
    { keys: ['ArrowDown'], group: 'list', label: t.shortcuts.next, run: onArrow(next), hidden: true },
    { keys: ['ArrowUp'], group: 'list', label: t.shortcuts.previous, run: onArrow(previous), hidden: true },
    { keys: ['Home'], group: 'list', label: t.shortcuts.first, run: () => move(() => 0) },
    { keys: ['End'], group: 'list', label: t.shortcuts.last, run: () => move((_, last) => last) },
    {
      keys: ['o'],
      group: 'list',
      label: t.shortcuts.open,
      run: () => {
        const row = document.activeElement?.closest('tr[data-row]')
        linksOf(scroller.current)
          .find((link) => link.closest('tr') === row)
          ?.click()
      },
    },
  ])
}

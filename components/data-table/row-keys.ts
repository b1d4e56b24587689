'use client'

import { type RefObject, useEffect, useRef } from 'react'
import { useListMessages } from '@/lib/client/messages/areas/list'
import { useMessages } from '@/lib/client/messages/use-messages'
import { useShortcuts } from '@/lib/client/shortcuts'

const linksOf = (box: HTMLElement | null) => [...(box?.querySelectorAll<HTMLElement>('a[data-row-link]') ?? [])]

/** The id of the row that has the focus, or that a control with the focus stands in. */
export const focusedRowId = () => document.activeElement?.closest('tr[data-row]')?.getAttribute('data-row') ?? undefined

type Options = {
  scroller: RefObject<HTMLElement | null>
  /** Changes whenever other rows are shown. */
  rows: unknown
  /** Called when the focus moves on with Shift: the row it left, and the one it came to. */
  onExtend?: (from: string | undefined, to: string) => void
}

/**
 * `j` and `k` move the focus from row to row. The focus is the browser's own, on the row's link, so Enter opens it and
 * a screen reader says it without further ado. A row that goes away under the focus leaves it to the one in its place.
 */
export function useRowKeys({ scroller, rows, onExtend }: Options) {
  const t = useMessages()
  const m = useListMessages()
  const last = useRef(-1)
  const focus = (link: HTMLElement | undefined) => {
    link?.focus({ preventScroll: true })
    link?.closest('tr')?.scrollIntoView({ block: 'nearest' })
  }
  const move = (to: (at: number, last: number) => number, extend = false) => {
    const links = linksOf(scroller.current)
    const found = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement))
    const from = links[found]?.closest('tr')?.getAttribute('data-row') ?? undefined
    // Whoever clicked something else goes on from where the rows were left.
    const at = found < 0 ? Math.min(last.current, links.length - 1) : found
    const next = Math.max(0, Math.min(links.length - 1, to(at, links.length - 1)))
    last.current = next
    focus(links[next])
    const id = links[next]?.closest('tr')?.getAttribute('data-row')
    if (extend && id) onExtend?.(from, id)
  }
  const held = useRef<HTMLElement>(null)
  useEffect(() => {
    const box = scroller.current
    const onFocus = (event: FocusEvent) => {
      const tr = (event.target as HTMLElement).closest('tr[data-row]')
      held.current = tr ? (event.target as HTMLElement) : null
      last.current = tr ? linksOf(box).findIndex((link) => link.closest('tr') === tr) : -1
    }
    const onLeave = (event: FocusEvent) => {
      const left = event.target as HTMLElement
      // A row that is taken away loses the focus too; who leaves one that stays means it.
      setTimeout(() => {
        if (left.isConnected && held.current === left && document.activeElement !== left) held.current = null
      })
    }
    box?.addEventListener('focusin', onFocus)
    box?.addEventListener('focusout', onLeave)
    return () => {
      box?.removeEventListener('focusin', onFocus)
      box?.removeEventListener('focusout', onLeave)
    }
  }, [scroller])
  useEffect(() => {
    if (!rows || !held.current || held.current.isConnected || document.activeElement !== document.body) return
    const links = linksOf(scroller.current)
    links[Math.min(last.current, links.length - 1)]?.focus({ preventScroll: true })
  }, [rows, scroller])

  const next = () => move((at) => at + 1)
  const previous = () => move((at) => (at < 0 ? 0 : at - 1))
  const inTable = (event: KeyboardEvent) => scroller.current?.contains(event.target as Node) ?? false
  const onArrow = (run: () => void) => (event: KeyboardEvent) => {
    if (inTable(event)) run()
    else scroller.current?.scrollBy({ top: event.key === 'ArrowDown' ? 44 : -44 })
  }
  const list = { group: 'list' as const }
  useShortcuts([
    { keys: ['j'], ...list, label: t.shortcuts.next, run: next },
    { keys: ['k'], ...list, label: t.shortcuts.previous, run: previous },
    { keys: ['ArrowDown'], ...list, label: t.shortcuts.next, run: onArrow(next), hidden: true },
    { keys: ['ArrowUp'], ...list, label: t.shortcuts.previous, run: onArrow(previous), hidden: true },
    { keys: ['Home'], ...list, label: t.shortcuts.first, run: () => move(() => 0) },
    { keys: ['End'], ...list, label: t.shortcuts.last, run: () => move((_, end) => end) },
    ...(onExtend
      ? [
          { keys: ['J'], ...list, label: m.selectDown, run: () => move((at) => at + 1, true) },
          { keys: ['K'], ...list, label: m.selectUp, run: () => move((at) => Math.max(0, at - 1), true) },
        ]
      : []),
    {
      keys: ['o'],
      ...list,
      label: t.shortcuts.open,
      run: () => {
        const row = document.activeElement?.closest('tr[data-row]')
        row?.querySelector<HTMLElement>('a[data-row-link]')?.click()
      },
    },
  ])
}

'use client'

import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import css from './popup.module.css'

type Props = {
  label: string
  children: ReactNode
  /** Called when the reader is done with it; the focus goes back to what opened it. */
  onClose: () => void
  width?: number
}

const focusable = 'input:not([disabled]), select, textarea, button:not([disabled]), a[href], [tabindex="0"]'

/**
 * A small box under the control that opened it, inside of the same element. It takes the focus, keeps Tab inside, and
 * closes on Escape and on a click elsewhere. Where there is no room to the right it leans left.
 */
export function Popup({ label, children, onClose, width = 280 }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useLayoutEffect(() => {
    const element = box.current!
    const over = element.getBoundingClientRect().right - (window.innerWidth - 12)
    if (over > 0) element.style.translate = `${-over}px`
    // What opened it may be gone already: another popup that stood in the same place.
    const active = document.activeElement instanceof HTMLElement ? document.activeElement : document.body
    const beside = element.parentElement?.querySelector<HTMLElement>('[aria-haspopup]')
    const opener = active === document.body ? beside : active
    const first =
      element.querySelector<HTMLElement>('[data-autofocus]') ?? element.querySelector<HTMLElement>(focusable)
    ;(first ?? element).focus({ preventScroll: true })
    const onPointerDown = (event: PointerEvent) => {
      const target = event.target as HTMLElement
      // What a control inside opened elsewhere in the document belongs to it; the opener closes by itself.
      if (element.parentElement?.contains(target) || target.closest('[data-portal]')) return
      close.current()
    }
    // A control that went away by its own act leaves the focus nowhere; the box is still what one is in.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || document.activeElement !== document.body) return
      event.preventDefault()
      close.current()
    }
    document.addEventListener('pointerdown', onPointerDown)
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('pointerdown', onPointerDown)
      document.removeEventListener('keydown', onKeyDown)
      requestAnimationFrame(() => {
        if (document.activeElement === document.body && opener?.isConnected) opener.focus({ preventScroll: true })
      })
    }
  }, [])
  return (
    <div
      ref={box}
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      className={css.popup}
      style={{ width }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') {
          event.preventDefault()
          event.stopPropagation()
          onClose()
        }
        if (event.key !== 'Tab') return
        const all = [...box.current!.querySelectorAll<HTMLElement>(focusable)].filter((each) => each.checkVisibility())
        const edge = event.shiftKey ? all[0] : all.at(-1)
        if (document.activeElement !== edge) return
        event.preventDefault()
        ;(event.shiftKey ? all.at(-1) : all[0])?.focus()
      }}
    >
      {children}
    </div>
  )
}

/** Up and down, Home and End move between the buttons of a list; for the `onKeyDown` of the box around them. */
export function moveInList(event: React.KeyboardEvent<HTMLElement>) {
  if (!['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key) || event.nativeEvent.isComposing) return
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-item]:not([disabled])')]
  const at = items.indexOf(document.activeElement as HTMLElement)
  // In a field Home and End move the caret.
  if (at < 0 && event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  event.preventDefault()
  const to =
    event.key === 'Home'
      ? 0
      : event.key === 'End'
        ? items.length - 1
        : Math.max(0, Math.min(items.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))
  items[to]?.focus()
}

'use client'

import { useEffect, useRef, useState } from 'react'
import { useTreeMessages } from '@/lib/client/messages/areas/trees'
import css from './tree-view.module.css'

type Props = {
  initial: string
  label: string
  placeholder?: string
  /** With a name that is not empty; the same name again is a cancel. */
  onDone: (name: string) => void
  onCancel: () => void
}

/** A name written in the line itself: Enter keeps it, Escape does not, leaving the field keeps what was changed. */
export function NameInput({ initial, label, placeholder, onDone, onCancel }: Props) {
  const m = useTreeMessages()
  const input = useRef<HTMLInputElement>(null)
  const [name, setName] = useState(initial)
  const settled = useRef(false)
  useEffect(() => {
    input.current?.focus({ preventScroll: true })
    input.current?.select()
  }, [])
  const finish = (isKept: boolean) => {
    if (settled.current) return
    settled.current = true
    const trimmed = name.trim()
    if (isKept && trimmed !== '' && trimmed !== initial) onDone(trimmed)
    else onCancel()
  }
  return (
    <input
      ref={input}
      className={css.nameInput}
      aria-label={label}
      placeholder={placeholder}
      title={m.nameKeys}
      maxLength={1024}
      value={name}
      onChange={(event) => setName(event.currentTarget.value)}
      onClick={(event) => event.stopPropagation()}
      onPointerDown={(event) => event.stopPropagation()}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.nativeEvent.isComposing || event.keyCode === 229) return
        if (event.key === 'Enter') {
          event.preventDefault()
          finish(true)
        }
        if (event.key === 'Escape') {
          event.preventDefault()
          finish(false)
        }
      }}
    />
  )
}

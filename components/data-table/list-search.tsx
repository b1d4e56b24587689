'use client'

import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { Key } from '@/components/ui/key'
import page from '@/components/ui/page.module.css'
import type { ListUrl } from '@/lib/client/list-url'
import { useMessages } from '@/lib/client/messages/use-messages'
import { useShortcuts } from '@/lib/client/shortcuts'

const pauseMs = 250

type Props = {
  list: ListUrl
  label: string
  /** What the words are looked for in. */
  hint: string
  /** Backspace where there is nothing to take away any more. */
  onBackspace?: () => void
}

/**
 * Search words. While they are typed the address is replaced after each pause; Enter makes it a step one can go back
 * from. Nothing is asked while an input method composes: half a word finds nothing.
 */
export function ListSearch({ list, label, hint, onBackspace }: Props) {
  const t = useMessages()
  const input = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const { q } = list.state
  const [draft, setDraft] = useState({ text: q, from: q })
  // The address wins when it changed by itself: a tab, the back button, a removed chip.
  if (draft.from !== q) setDraft({ text: draft.text.trim() === q ? draft.text : q, from: q })

  const search = (text: string, how: 'push' | 'replace') => {
    clearTimeout(timer.current)
    if (text.trim() !== q) list.go({ q: text.trim() }, how)
  }
  const later = (text: string) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => search(text, 'replace'), pauseMs)
  }
  useShortcuts([
    {
      keys: ['/'],
      group: 'list',
      label: t.shortcuts.search,
      run: () => {
        input.current?.focus()
        input.current?.select()
      },
    },
  ])
  return (
    <TextInput
      ref={input}
      className={page.search}
      type="search"
      aria-label={label}
      placeholder={hint}
      spellCheck={false}
      autoComplete="off"
      leftSection={<IconSearch size={16} />}
      rightSection={
        draft.text ? (
          <CloseButton
            size="sm"
            aria-label={t.list.clearSearch}
            onClick={() => {
              setDraft({ ...draft, text: '' })
              search('', 'push')
              input.current?.focus()
            }}
          />
        ) : (
          <Key>/</Key>
        )
      }
      value={draft.text}
      onChange={(event) => {
        const text = event.currentTarget.value
        setDraft({ ...draft, text })
        if (!(event.nativeEvent as InputEvent).isComposing) later(text)
      }}
      onCompositionEnd={(event) => later(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') search(draft.text, 'push')
        if (event.key === 'Backspace' && draft.text === '' && !event.repeat) onBackspace?.()
        if (event.key === 'Escape') {
          if (draft.text) {
            setDraft({ ...draft, text: '' })
            search('', 'push')
          } else input.current?.blur()
        }
      }}
    />
  )
}

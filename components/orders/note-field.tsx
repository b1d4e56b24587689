'use client'

import { Textarea } from '@mantine/core'
import type { Ref } from 'react'
import { useNoteMessages } from '@/lib/client/messages/areas/notes'
import { longestNote } from '@/lib/client/notes'

/** How many characters a note has too many; 0 or less when it fits. */
export const charactersOver = (body: string) => body.trim().length - longestNote

type Props = {
  ref?: Ref<HTMLTextAreaElement>
  label: string
  placeholder?: string
  autoFocus?: boolean
  minRows: number
  value: string
  onChange: (value: string) => void
  onSave: () => void
  onEscape: (field: HTMLTextAreaElement) => void
}

/** Where a note is written; Ctrl or ⌘ and Enter save. */
export function NoteField({ ref, label, onChange, onSave, onEscape, ...field }: Props) {
  const m = useNoteMessages()
  const over = charactersOver(field.value)
  return (
    <Textarea
      {...field}
      ref={ref}
      aria-label={label}
      autosize
      maxRows={12}
      error={over > 0 && m.tooLong({ over })}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          onSave()
        }
        if (event.key === 'Escape') onEscape(event.currentTarget)
      }}
    />
  )
}

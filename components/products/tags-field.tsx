'use client'

import { CloseButton, Input } from '@mantine/core'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import css from '@/components/ui/chips.module.css'
import { useProductMessages } from '@/lib/client/messages/areas/products'

type Props = {
  label: string
  description?: string
  error?: string
  value: readonly string[]
  /** Offered while typing. */
  known?: readonly string[]
  autoFocus?: boolean
  onChange: (tags: string[]) => void
}

const most = 100

/** Words as chips: Enter or a comma ends one, a pasted list becomes many, Backspace in the empty field takes the last. */
export function TagsField({ label, description, error, value, known = [], autoFocus, onChange }: Props) {
  const m = useProductMessages()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const add = (typed: string) => {
    const fresh = typed
      .split(/[,、\n\t]/)
      .map((tag) => tag.trim())
      .filter((tag, i, all) => tag !== '' && all.indexOf(tag) === i && !value.includes(tag))
    if (fresh.length > 0) onChange([...value, ...fresh].slice(0, most))
    setText('')
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    // Ctrl or ⌘ and Enter belong to the form around.
    const ends = event.key === ',' || (event.key === 'Enter' && !event.ctrlKey && !event.metaKey)
    if (ends) {
      if (event.key === 'Enter' && text.trim() === '') return
      event.preventDefault()
      add(text)
    } else if (event.key === 'Backspace' && text === '' && value.length > 0) onChange(value.slice(0, -1))
  }
  return (
    <Input.Wrapper label={label} description={description} error={error} labelProps={{ htmlFor: id }}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a click beside the words means the field. */}
      <div
        className={css.field}
        data-error={error ? '' : undefined}
        onMouseDown={(event) => {
          if (event.target !== event.currentTarget) return
          event.preventDefault()
          input.current?.focus()
        }}
      >
        {value.map((tag) => (
          <span key={tag} className={css.chip}>
            <span className="od-cut" title={tag}>
              {tag}
            </span>
            <CloseButton
              size="xs"
              aria-label={m.removeTag({ tag })}
              onClick={() => {
                onChange(value.filter((each) => each !== tag))
                input.current?.focus()
              }}
            />
          </span>
        ))}
        <input
          ref={input}
          id={id}
          className={css.input}
          value={text}
          list={`${id}-known`}
          maxLength={1024}
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: the first field of a dialog somebody just opened.
          autoFocus={autoFocus}
          data-autofocus={autoFocus || undefined}
          onChange={(event) => {
            const typed = event.currentTarget.value
            // A word taken from the list of known ones comes as a whole.
            if (known.includes(typed) && (event.nativeEvent as InputEvent).inputType !== 'insertText') add(typed)
            else setText(typed)
          }}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text')
            if (!/[,、\n\t]/.test(pasted)) return
            event.preventDefault()
            add(text + pasted)
          }}
          onKeyDown={onKeyDown}
          onBlur={() => text.trim() && add(text)}
        />
        <datalist id={`${id}-known`}>
          {text.trim() !== '' &&
            known.filter((tag) => !value.includes(tag)).map((tag) => <option key={tag} value={tag} />)}
        </datalist>
      </div>
    </Input.Wrapper>
  )
}

'use client'

import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from 'react'
import { useNewOrderMessages } from '@/lib/client/messages/areas/new-order'
import css from './new-order.module.css'
import { useSettled } from './use-settled'

const pauseMs = 180

type Props<Option> = {
  label: string
  hint: string
  /** What stands there when nothing is found. */
  none: string
  query: (words: string) => { queryKey: readonly unknown[] } & object
  keyOf: (option: Option) => string
  onPick: (option: Option) => void
  children: (option: Option) => ReactNode
  inputRef?: RefObject<HTMLInputElement | null>
  autoFocus?: boolean
}

/**
 * A field that finds things while one types (ARIA combobox with a list): arrows choose, Enter takes, Escape closes.
 * The focus stays in the field, so that the next thing can be typed at once.
 */
export function Finder<Option>(props: Props<Option>) {
  const { label, hint, none, query, keyOf, onPick, children, inputRef, autoFocus } = props
  const m = useNewOrderMessages()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [text, setText] = useState('')
  const [composing, setComposing] = useState(false)
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  // Enter that came before the answer: the first of what comes for these words is taken.
  const [meant, setMeant] = useState<string>()
  const words = useSettled(composing ? '' : text.trim(), pauseMs)
  const { data, error, isFetching, isPlaceholderData } = useQuery({ ...(query(words) as object), enabled: open } as {
    queryKey: readonly unknown[]
    enabled: boolean
  })
  const options = (data as Option[] | undefined) ?? []
  const waiting = words !== text.trim() || isPlaceholderData || (isFetching && data === undefined)
  const active = Math.min(at, options.length - 1)

  useEffect(() => {
    if (open) list.current?.querySelector(`[data-at="${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [open, active])

  const pick = (option: Option | undefined) => {
    if (option === undefined) return
    onPick(option)
    setText('')
    setAt(0)
    setOpen(false)
  }
  const pickMeant = useEffectEvent(() => {
    setMeant(undefined)
    if (meant === text.trim()) pick(options[0])
  })
  const isAnswered = open && meant !== undefined && !waiting
  useEffect(() => {
    if (isAnswered) pickMeant()
  }, [isAnswered])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter') {
      // Enter in this field never sends the form; what is shown from earlier words is not what was meant.
      event.preventDefault()
      if (!open) return
      if (waiting) setMeant(text.trim())
      else pick(options[active])
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) return setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      setAt((active + step + options.length) % Math.max(1, options.length))
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
    }
  }
  return (
    <div className={css.finder}>
      <TextInput
        ref={inputRef}
        label={label}
        placeholder={hint}
        leftSection={<IconSearch size={16} />}
        role="combobox"
        aria-expanded={open}
        aria-controls={open ? `${id}-list` : undefined}
        aria-autocomplete="list"
        aria-activedescendant={open && options.length > 0 ? `${id}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        data-autofocus={autoFocus || undefined}
        autoFocus={autoFocus}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setAt(0)
          setMeant(undefined)
          setOpen(true)
        }}
        onClick={() => setOpen(true)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <span role="status" className="od-hidden">
        {open && !waiting ? (options.length === 0 ? none : m.results({ count: options.length })) : ''}
      </span>
      {open && (
        <div className={css.found} data-waiting={waiting || undefined}>
          {options.length > 0 ? (
            <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} tabIndex={-1} className={css.options}>
              {options.map((option, i) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus.
                <div
                  key={keyOf(option)}
                  id={`${id}-${i}`}
                  data-at={i}
                  role="option"
                  tabIndex={-1}
                  aria-selected={i === active}
                  className={css.option}
                  onPointerMove={() => i !== active && setAt(i)}
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => pick(option)}
                >
                  {children(option)}
                </div>
              ))}
            </div>
          ) : (
            <p id={`${id}-list`} className={css.noneFound}>
              {waiting ? m.searching : error ? m.findFailed : none}
            </p>
          )}
        </div>
      )}
    </div>
  )
}

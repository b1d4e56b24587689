'use client'

import { Button } from '@mantine/core'
import { useId, useRef, useState } from 'react'
import type { ListUrl } from '@/lib/client/list-url'
import { useFilterMessages } from '@/lib/client/messages/areas/filter'
import { chipsFromFilter, filterProblem } from '@/lib/query/url'
import css from './filter-editors.module.css'
import type { FieldWords } from './filter-words'
import { Popup } from './popup'

const words = ['and', 'or', 'not', 'eq', 'ne', 'gt', 'ge', 'lt', 'le', 'co', 'in', 'pr', 'null', 'true', 'false']
const functions = ['startswith(', 'endswith(']
const days = ['@today', '@week', '@month', '@year']

/** The word that is being written: what stands before the caret without a break. */
function wordBefore(text: string, caret: number): string {
  let start = caret
  while (start > 0 && /[@\w.$]/.test(text[start - 1]!)) start--
  return text.slice(start, caret)
}

/** What the word before the caret may become. */
function completionsFor(word: string, paths: readonly string[], values: readonly string[]): string[] {
  if (word === '') return []
  const lower = word.toLowerCase()
  const known = [...paths, ...words, ...functions, ...days, ...values]
  const starting = known.filter((each) => each.toLowerCase().startsWith(lower))
  const inside = known.filter((each) => !starting.includes(each) && each.toLowerCase().includes(lower))
  return [...starting, ...inside].filter((each) => each !== word).slice(0, 8)
}

type Props = { list: ListUrl; words: FieldWords; onClose: () => void }

/** The filter as the API takes it, with what is wrong in it underlined where it is, and fields completed. */
export function AdvancedFilter({ list, words: { resource }, onClose }: Props) {
  const m = useFilterMessages()
  const [text, setText] = useState(list.state.filter)
  const [caret, setCaret] = useState(text.length)
  const [active, setActive] = useState(0)
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const problem = filterProblem(text, resource)
  const word = wordBefore(text, caret)
  const quotes = text.slice(0, caret - word.length).split("'").length - 1
  const paths = Object.keys(resource.fields)
  // Inside of quotes only the words of enumerations mean something.
  const values = Object.values(resource.fields).flatMap(({ values }) => values ?? [])
  const completions =
    quotes % 2 === 1
      ? completionsFor(word, [], values).filter((each) => values.includes(each))
      : completionsFor(word, paths, [])
  const take = (completion: string) => {
    const before = text.slice(0, caret - word.length) + completion
    setText(before + text.slice(caret))
    setActive(0)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(before.length, before.length)
      setCaret(before.length)
    })
  }
  const apply = () => {
    if (problem) return
    list.go({ filter: text.trim() })
    onClose()
  }
  const at = problem?.position
  const end = at === undefined ? text.length : at + Math.max(1, /^[^\s()]*/.exec(text.slice(at))?.[0].length ?? 1)
  const sayable = chipsFromFilter(text, resource) !== undefined
  return (
    <Popup label={m.advancedTitle} onClose={onClose} width={560}>
      <form
        className={css.editor}
        onSubmit={(event) => {
          event.preventDefault()
          apply()
        }}
      >
        <p className={css.title}>{m.advancedTitle}</p>
        <div className={css.text}>
          <div className={css.echo} aria-hidden>
            {problem && at !== undefined && (
              <>
                {text.slice(0, at)}
                <span className={css.wrong} data-wrong>
                  {text.slice(at, end) || '\u00a0\u00a0'}
                </span>
              </>
            )}
          </div>
          <textarea
            ref={field}
            data-autofocus
            aria-label={m.advancedTitle}
            aria-invalid={problem ? true : undefined}
            aria-describedby={`${id}-problem ${id}-hint`}
            spellCheck={false}
            autoCapitalize="off"
            rows={3}
            maxLength={8192}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value)
              setCaret(event.currentTarget.selectionEnd)
              setActive(0)
            }}
            onSelect={(event) => setCaret(event.currentTarget.selectionEnd)}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return
              const picked = completions[active]
              if (event.key === 'Tab' && !event.shiftKey && picked) {
                event.preventDefault()
                event.stopPropagation()
                take(picked)
              } else if (
                (event.key === 'ArrowDown' || event.key === 'ArrowUp') &&
                completions.length > 0 &&
                event.altKey
              ) {
                event.preventDefault()
                const step = event.key === 'ArrowDown' ? 1 : completions.length - 1
                setActive((active + step) % completions.length)
              } else if (event.key === 'Enter' && !event.shiftKey) {
                event.preventDefault()
                apply()
              }
            }}
          />
        </div>
        {completions.length > 0 && (
          <div className={css.completions}>
            {completions.map((completion, i) => (
              <button
                key={completion}
                type="button"
                tabIndex={-1}
                className={css.completion}
                data-active={i === active || undefined}
                onClick={() => take(completion)}
              >
                {completion}
              </button>
            ))}
          </div>
        )}
        <p id={`${id}-problem`} className={problem ? css.problem : css.hint} role="status">
          {problem ? problem.message : text.trim() === '' ? '' : sayable ? m.asChips : m.notAsChips}
        </p>
        <p id={`${id}-hint`} className={css.hint}>
          {m.advancedHint}
        </p>
        <div className={css.foot}>
          <Button
            type="submit"
            size="compact-sm"
            aria-disabled={problem ? true : undefined}
            data-disabled={problem ? true : undefined}
          >
            {m.apply}
          </Button>
        </div>
      </form>
    </Popup>
  )
}

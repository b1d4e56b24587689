'use client'

import { useLayoutEffect, useRef } from 'react'
import { useGridMessages } from '@/lib/client/messages/areas/grid'
import { type CellValue, type GridColumn, readCell, writeCell } from './columns'
import css from './grid.module.css'
import type { GridStore } from './grid-store'
import { useGrid } from './use-grid'

type Props = {
  store: GridStore
  column: GridColumn
  value: CellValue
  label: string
  problemId?: string
  readOnly: boolean
}

/**
 * What has the keyboard in the active cell. It holds the cell's text, all of it selected, and is invisible until it is
 * edited: typing replaces the text by itself, and an input method composes right where the text goes. Copying and
 * pasting by the browser's events work on it without a secure origin.
 */
export function CellField({ store, column, value, label, problemId, readOnly }: Props) {
  const m = useGridMessages()
  const field = useRef<HTMLTextAreaElement>(null)
  const editing = useGrid(store, ({ editing }) => editing)
  const left = useGrid(store, (grid) => grid.left)
  const text = column.type === 'boolean' ? (value === true ? m.yes : m.no) : writeCell(column, value)
  const select = editing && column.type === 'enum'

  useLayoutEffect(() => {
    if (store.hasFocus) field.current?.focus({ preventScroll: true })
  }, [store])
  useLayoutEffect(() => {
    const element = field.current
    if (!element || editing === 'typed') return
    if (!editing) {
      element.value = text
      element.select()
      element.scrollTop = 0
    } else element.setSelectionRange(text.length, text.length)
  }, [editing, text])

  const onBeforeInput = (event: InputEvent) => {
    if (store.editing) return
    if (readOnly) return event.preventDefault()
    if (column.type !== 'boolean' && column.type !== 'enum') return
    event.preventDefault()
    const typed = (event.data ?? '').trim().toLowerCase()
    if (typed === '') return
    if (column.type === 'enum') {
      const found = column.options.find((option) => option.label.toLowerCase().startsWith(typed))
      if (found) store.set(found.value)
      return
    }
    const read = readCell(column, typed)
    if (typeof read === 'boolean') store.set(read)
  }
  const latest = useRef(onBeforeInput)
  useLayoutEffect(() => {
    latest.current = onBeforeInput
  })
  useLayoutEffect(() => {
    // React's own event of this name is another one.
    const element = field.current
    const listen = (event: InputEvent) => latest.current(event)
    element?.addEventListener('beforeinput', listen)
    return () => element?.removeEventListener('beforeinput', listen)
  }, [])

  if (select) {
    return (
      <select
        data-field
        ref={(element) => element?.focus({ preventScroll: true })}
        className={css.choice}
        aria-label={label}
        defaultValue={String(value ?? '')}
        onChange={(event) => store.commit(event.currentTarget.value)}
        onBlur={(event) => store.commit(event.currentTarget.value)}
      >
        {!column.required && <option value="" />}
        {column.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )
  }
  const numeric = column.type === 'integer' || column.type === 'money'
  return (
    <textarea
      data-field
      ref={field}
      className={css.field}
      data-editing={editing || undefined}
      data-numeric={numeric || undefined}
      rows={1}
      tabIndex={left ? -1 : 0}
      spellCheck={false}
      autoComplete="off"
      inputMode={numeric ? 'decimal' : undefined}
      aria-label={label}
      aria-readonly={readOnly || undefined}
      aria-invalid={problemId ? true : undefined}
      aria-describedby={problemId}
      defaultValue={text}
      onCompositionStart={() => store.edit('typed')}
      onInput={(event) => {
        if (readOnly) event.currentTarget.value = text
        else store.edit('typed')
      }}
      onBlur={(event) => {
        if (store.editing) store.commit(event.currentTarget.value)
      }}
    />
  )
}

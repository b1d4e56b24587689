'use client'

import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react'
import { TreePicker } from '@/components/trees/tree-picker'
import layout from '@/components/ui/form.module.css'
import { useAttributeMessages } from '@/lib/client/messages/areas/attributes'
import type { FieldProblem, GroupRow, ItemRow } from './attribute-fields'
import { keyFrom, readPasted } from './attribute-fields'
import css from './options-field.module.css'

type Row = ItemRow | GroupRow

type Props<R extends Row> = {
  list: 'items' | 'itemGroups'
  rows: readonly R[]
  /** For options: the groups one may stand in. */
  groups?: readonly GroupRow[]
  problems: Record<string, FieldProblem>
  makeRow: (row: number, key: string, value: string) => R
  onChange: (rows: R[]) => void
}

/**
 * A list of options or of their groups. Enter goes on to the next line, Alt and arrows reorder, a pasted list becomes
 * lines; keys follow the names until they are written by hand.
 */
export function OptionsField<R extends Row>({ list, rows, groups, problems, makeRow, onChange }: Props<R>) {
  const m = useAttributeMessages()
  const box = useRef<HTMLDivElement>(null)
  const [said, setSaid] = useState('')
  const nextRow = rows.reduce((most, { row }) => Math.max(most, row), -1) + 1
  const keysBut = (at: number) => rows.flatMap(({ key }, i) => (i === at ? [] : [key]))
  const focus = (row: number) =>
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-row="${row}"] [data-value]`)?.focus())
  const change = (at: number, part: Partial<ItemRow> | Partial<GroupRow>) =>
    onChange(rows.map((row, i) => (i === at ? ({ ...row, ...part } as R) : row)))
  const setValue = (at: number, value: string) => {
    const row = rows[at]!
    const follows = row.key === '' || row.key === keyFrom(row.value, keysBut(at))
    change(at, { value, ...(follows ? { key: keyFrom(value, keysBut(at)) } : {}) })
  }
  const add = (at = rows.length) => {
    onChange(rows.toSpliced(at, 0, makeRow(nextRow, '', '')))
    focus(nextRow)
  }
  const remove = (at: number) => {
    onChange(rows.toSpliced(at, 1))
    const beside = rows[at + 1] ?? rows[at - 1]
    if (beside) focus(beside.row)
  }
  const move = (at: number, by: -1 | 1) => {
    const to = at + by
    const row = rows[at]!
    if (to < 0 || to >= rows.length) return
    onChange(rows.toSpliced(at, 1).toSpliced(to, 0, row))
    setSaid(m.movedTo({ name: row.value || row.key, position: to + 1, size: rows.length }))
  }
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    if (event.nativeEvent.isComposing) return
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      return move(at, event.key === 'ArrowUp' ? -1 : 1)
    }
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const next = rows[at + 1]
    if (next) focus(next.row)
    else add()
  }
  const onPaste = (event: ClipboardEvent, at: number) => {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\r\n\t]/.test(text.trim())) return
    event.preventDefault()
    const isEmpty = rows[at]!.value === '' && rows[at]!.key === ''
    const pasted = readPasted(text, isEmpty ? keysBut(at) : rows.map(({ key }) => key))
    const made = pasted.map(({ key, value }, i) => makeRow(nextRow + i, key, value))
    onChange(rows.toSpliced(isEmpty ? at : at + 1, isEmpty ? 1 : 0, ...made))
    const last = made.at(-1)
    if (last) focus(last.row)
  }
  const textOf = (problem: FieldProblem | undefined) => problem && m.problems[problem]
  return (
    <div className={layout.rows} ref={box}>
      {rows.length === 0 && list === 'items' && <p className="od-muted">{m.noOptions}</p>}
      {rows.map((row, at) => {
        const name = row.value || row.key || String(at + 1)
        return (
          <div key={row.row} data-row={row.row} className={css.option} data-list={list}>
            <TextInput
              data-value
              aria-label={`${m.value} ${at + 1}`}
              placeholder={m.value}
              title={m.reorderKeys}
              maxLength={1024}
              value={row.value}
              onChange={(event) => setValue(at, event.currentTarget.value)}
              onKeyDown={(event) => onKeyDown(event, at)}
              onPaste={(event) => onPaste(event, at)}
            />
            <TextInput
              className={css.key}
              aria-label={`${m.key} ${at + 1}`}
              placeholder={m.key}
              maxLength={256}
              value={row.key}
              error={textOf(problems[`${list}.${at}.key`])}
              onChange={(event) => change(at, { key: event.currentTarget.value })}
              onKeyDown={(event) => onKeyDown(event, at)}
            />
            {'groupName' in row && groups && groups.length > 0 && (
              <NativeSelect
                aria-label={`${m.group} ${at + 1}`}
                value={row.groupName}
                error={textOf(problems[`${list}.${at}.groupName`])}
                data={[
                  { value: '', label: m.noGroup },
                  ...groups.filter(({ key }) => key).map(({ key, value }) => ({ value: key, label: value || key })),
                ]}
                onChange={(event) => change(at, { groupName: event.currentTarget.value })}
              />
            )}
            {'categoryIds' in row && (
              <div className={css.groupCategories}>
                <TreePicker
                  kind="categories"
                  label={m.fields.categoryIds!}
                  description={m.hints.groupCategories}
                  max={1000}
                  value={row.categoryIds}
                  onChange={(categoryIds) => change(at, { categoryIds })}
                />
              </div>
            )}
            <span className={css.optionActs}>
              <ActionIcon size={28} disabled={at === 0} aria-label={m.moveUp({ name })} onClick={() => move(at, -1)}>
                <IconArrowUp size={16} />
              </ActionIcon>
              <ActionIcon
                size={28}
                disabled={at === rows.length - 1}
                aria-label={m.moveDown({ name })}
                onClick={() => move(at, 1)}
              >
                <IconArrowDown size={16} />
              </ActionIcon>
              <ActionIcon size={28} aria-label={m.removeOption({ name })} onClick={() => remove(at)}>
                <IconTrash size={16} />
              </ActionIcon>
            </span>
          </div>
        )
      })}
      <div>
        <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} />} onClick={() => add()}>
          {list === 'items' ? m.addOption : m.addGroup}
        </Button>
      </div>
      <span role="status" className="od-hidden">
        {said}
      </span>
    </div>
  )
}

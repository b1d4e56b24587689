'use client'

import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core'
import { IconGripVertical, IconPin, IconPinFilled, IconPlus } from '@tabler/icons-react'
import type { ColumnDef } from '@tanstack/react-table'
import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { decodeColumns, encodeColumns, movedTo } from '@/lib/client/list-columns'
import { useColumnMessages } from '@/lib/client/messages/areas/columns'
import { type Arranged, metaOf, onScreen } from './arrange'
import css from './column-chooser.module.css'
import type { Features } from './columns'
import { Popup } from './popup'
import popup from './popup.module.css'

type Props<Row extends object> = {
  all: readonly ColumnDef<Features, Row, unknown>[]
  arranged: Arranged<Row>
  cols: string
  /** Makes columns of fields that nobody listed; names them when it can. */
  columnOf?: (id: string) => ColumnDef<Features, Row, unknown> | undefined
  /** Empty for the usual columns. */
  onChange: (cols: string) => void
  onClose: () => void
}

/**
 * Which columns are shown, in which order, and which stay while scrolling sideways. A row is dragged, or moved with Alt
 * and the arrow keys.
 */
export function ColumnChooser<Row extends object>({ all, arranged, cols, columnOf, onChange, onClose }: Props<Row>) {
  const m = useColumnMessages()
  const [text, setText] = useState('')
  const [dragged, setDragged] = useState<string>()
  const [said, setSaid] = useState('')
  const { widths } = decodeColumns(cols)
  const name = arranged.columns[0]!
  const shown = onScreen(arranged.columns).slice(1)
  const shownIds = shown.map(({ id }) => id!)
  const hidden = all.filter(({ id }) => id !== name.id && !shownIds.includes(id!))
  const label = (column: ColumnDef<Features, Row, unknown>) => metaOf(column).label
  const fits = (column: ColumnDef<Features, Row, unknown>) =>
    `${label(column)} ${column.id}`
      .normalize('NFKC')
      .toLowerCase()
      .includes(text.normalize('NFKC').trim().toLowerCase())
  const tell = (ids: readonly string[], pinned: readonly string[]) =>
    onChange(encodeColumns({ columns: [name.id!, ...ids], pinned, widths }))
  const move = (id: string, to: number) => {
    const from = shownIds.indexOf(id)
    if (from < 0 || to < 0 || to >= shownIds.length || from === to) return
    const next = movedTo(shownIds, from, to)
    // Among those that stay one stays, among the others one does not.
    const pinned = arranged.pinned.filter((each) => each !== id)
    const isPinned = to < pinned.length || (arranged.pinned.includes(id) && to <= pinned.length)
    tell(next, isPinned ? [...pinned, id] : pinned)
    setSaid(m.moved({ column: label(shown[from]!), at: to + 1, count: shownIds.length }))
  }
  const own = columnOf && text.trim() !== '' ? columnOf(text.trim()) : undefined
  const offersOwn = own && ![...all, ...arranged.columns].some(({ id }) => id === own.id)
  return (
    <Popup label={m.columns} onClose={onClose} width={320}>
      <TextInput
        size="sm"
        data-autofocus
        aria-label={m.find}
        placeholder={columnOf ? m.findOrAdd : m.find}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ul className={css.list} aria-label={m.shown}>
        {shown.filter(fits).map((column) => {
          const id = column.id!
          const at = shownIds.indexOf(id)
          const isPinned = arranged.pinned.includes(id)
          return (
            <li
              key={id}
              className={css.row}
              draggable
              data-dragged={dragged === id || undefined}
              onDragStart={(event: DragEvent) => {
                event.dataTransfer.effectAllowed = 'move'
                setDragged(id)
              }}
              onDragOver={(event: DragEvent) => {
                if (!dragged) return
                event.preventDefault()
                if (dragged !== id) move(dragged, at)
              }}
              onDragEnd={() => setDragged(undefined)}
              onKeyDown={(event: KeyboardEvent) => {
                if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
                event.preventDefault()
                move(id, at + (event.key === 'ArrowUp' ? -1 : 1))
              }}
            >
              <IconGripVertical className={css.grip} size={14} aria-hidden />
              <Checkbox
                size="sm"
                className={css.check}
                label={label(column)}
                checked
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                onChange={() =>
                  tell(
                    shownIds.filter((each) => each !== id),
                    arranged.pinned.filter((each) => each !== id),
                  )
                }
              />
              <ActionIcon
                size={26}
                className={css.pin}
                aria-pressed={isPinned}
                aria-label={m.pin({ column: label(column) })}
                title={m.pin({ column: label(column) })}
                onClick={() =>
                  tell(shownIds, isPinned ? arranged.pinned.filter((each) => each !== id) : [...arranged.pinned, id])
                }
              >
                {isPinned ? <IconPinFilled size={15} aria-hidden /> : <IconPin size={15} aria-hidden />}
              </ActionIcon>
            </li>
          )
        })}
      </ul>
      {hidden.some(fits) && (
        <>
          <p className={popup.group}>{m.hidden}</p>
          <ul className={css.list} aria-label={m.hidden}>
            {hidden.filter(fits).map((column) => (
              <li key={column.id} className={css.row}>
                <Checkbox
                  size="sm"
                  className={css.check}
                  label={label(column)}
                  checked={false}
                  onChange={() => tell([...shownIds, column.id!], arranged.pinned)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {offersOwn && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={() => {
            tell([...shownIds, own.id!], arranged.pinned)
            setText('')
          }}
        >
          {m.add({ column: metaOf(own).label })}
        </Button>
      )}
      <div className={css.foot}>
        <span className={css.hint}>{m.hint}</span>
        <Button variant="subtle" size="compact-sm" disabled={cols === ''} onClick={() => onChange('')}>
          {m.reset}
        </Button>
      </div>
      <span role="status" className="od-hidden">
        {said}
      </span>
    </Popup>
  )
}

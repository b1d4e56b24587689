'use client'

import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import { jsonTypeOf, readValue } from '@/lib/client/json-text'
import { useMessages } from '@/lib/client/messages/use-messages'
import layout from './form.module.css'

/** A name with a value, as they are typed. */
export type NameRow = { name: string; text: string }

type Words = {
  name: string
  value: string
  /** Tell the fields of one row from those of another. */
  nameLabel?: (n: number) => string
  valueLabel?: (n: number) => string
  add: string
  remove: (name: string) => string
  moveUp?: (name: string) => string
}

type Props = {
  words: Words
  rows: readonly NameRow[]
  most: number
  longestName?: number
  longestValue?: number
  /** Values that read as JSON are JSON, and each says what it is. */
  json?: boolean
  /** The first field takes the focus when the rows appear. */
  autoFocus?: boolean
  /** What is wrong with a row; true where that is said elsewhere. */
  problemOf?: (i: number) => ReactNode
  onChange: (rows: NameRow[]) => void
}

/** Names with values, one below the other, that people add and take away. */
export function NameRows(props: Props) {
  const { words, rows, most, longestName = 256, longestValue, json, autoFocus, problemOf, onChange } = props
  const t = useMessages()
  const box = useRef<HTMLUListElement>(null)
  const change = (i: number, part: Partial<NameRow>) => onChange(rows.with(i, { ...rows[i]!, ...part }))
  const typeName = (text: string) => (text === '' ? '' : t.order.types[jsonTypeOf(readValue(text))])
  return (
    <div>
      <ul ref={box} className={layout.rows}>
        {rows.map(({ name, text }, i) => (
          <li key={i} className={layout.row} data-buttons={words.moveUp && 2}>
            <TextInput
              aria-label={words.nameLabel?.(i + 1) ?? `${words.name} ${i + 1}`}
              placeholder={words.name}
              autoFocus={autoFocus && i === 0}
              maxLength={longestName}
              value={name}
              error={problemOf?.(i)}
              onChange={(event) => change(i, { name: event.currentTarget.value })}
            />
            <TextInput
              aria-label={words.valueLabel?.(i + 1) ?? `${words.value} ${i + 1}`}
              placeholder={words.value}
              maxLength={longestValue}
              value={text}
              rightSection={json && <span className={layout.type}>{typeName(text)}</span>}
              rightSectionWidth={json ? 84 : undefined}
              rightSectionPointerEvents="none"
              onChange={(event) => change(i, { text: event.currentTarget.value })}
            />
            {words.moveUp && (
              <ActionIcon
                aria-label={words.moveUp(name)}
                title={words.moveUp(name)}
                disabled={i === 0}
                onClick={() => onChange(rows.with(i - 1, rows[i]!).with(i, rows[i - 1]!))}
              >
                <IconArrowUp size={16} />
              </ActionIcon>
            )}
            <ActionIcon
              aria-label={words.remove(name)}
              title={words.remove(name)}
              onClick={() => onChange(rows.toSpliced(i, 1))}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <Button
        variant="subtle"
        size="compact-sm"
        mt={6}
        leftSection={<IconPlus size={15} />}
        disabled={rows.length >= most}
        onClick={() => {
          onChange([...rows, { name: '', text: '' }])
          requestAnimationFrame(() => box.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus())
        }}
      >
        {words.add}
      </Button>
    </div>
  )
}

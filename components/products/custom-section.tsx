'use client'

import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef } from 'react'
import layout from '@/components/ui/form.module.css'
import { Section } from '@/components/ui/section'
import { readValue } from '@/lib/client/json-text'
import { useEditorMessages } from '@/lib/client/messages/areas/product-editor'
import type { FormPart } from './form-part'

const most = 50

type Words = ReturnType<typeof useEditorMessages>['types']

function typeOf(value: unknown, words: Words): string {
  if (value === null) return words.null
  if (Array.isArray(value)) return words.list
  if (typeof value === 'object') return words.object
  return typeof value === 'number' ? words.number : typeof value === 'boolean' ? words.boolean : words.text
}

/** Free names with JSON values. */
export function CustomSection({ form, set, errors }: FormPart) {
  const m = useEditorMessages()
  const box = useRef<HTMLUListElement>(null)
  const rows = form.customFields
  const change = (i: number, part: Partial<(typeof rows)[number]>) =>
    set({ customFields: rows.map((row, at) => (at === i ? { ...row, ...part } : row)) })
  return (
    <Section title={m.custom} id="custom">
      {rows.length === 0 && <p className="od-muted">{m.noCustom}</p>}
      <ul ref={box} className={layout.rows}>
        {rows.map(({ name, text }, i) => (
          <li key={i} className={layout.row}>
            <TextInput
              aria-label={`${m.customName} ${i + 1}`}
              placeholder={m.customName}
              maxLength={256}
              classNames={{ input: 'od-mono' }}
              value={name}
              error={errors.customFields && isBad(rows, i) ? true : undefined}
              onChange={(event) => change(i, { name: event.currentTarget.value })}
            />
            <TextInput
              aria-label={`${m.customValue} ${i + 1}`}
              placeholder={m.customValue}
              value={text}
              rightSection={<span className={layout.type}>{text === '' ? '' : typeOf(readValue(text), m.types)}</span>}
              rightSectionWidth={84}
              rightSectionPointerEvents="none"
              onChange={(event) => change(i, { text: event.currentTarget.value })}
            />
            <ActionIcon
              aria-label={m.removeCustom({ name })}
              title={m.removeCustom({ name })}
              onClick={() => set({ customFields: rows.toSpliced(i, 1) })}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {errors.customFields && (
        <p className={layout.error} role="alert">
          {errors.customFields}
        </p>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        mt={6}
        leftSection={<IconPlus size={15} />}
        disabled={rows.length >= most}
        onClick={() => {
          set({ customFields: [...rows, { name: '', text: '' }] })
          requestAnimationFrame(() => box.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus())
        }}
      >
        {m.addCustom}
      </Button>
      {rows.length > 0 && <p className="od-muted">{rows.length >= most ? m.tooManyCustom : m.customHint}</p>}
    </Section>
  )
}

function isBad(rows: readonly { name: string; text: string }[], i: number): boolean {
  const name = rows[i]!.name.trim()
  if (name === '') return rows[i]!.text !== ''
  return rows.findIndex((row) => row.name.trim() === name) < i
}

'use client'

import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useRef, useState } from 'react'
import { explain } from '@/components/ui/failure'
import layout from '@/components/ui/form.module.css'
import { Notice } from '@/components/ui/notice'
import { readValue, writeValue } from '@/lib/client/json-text'
import type { Messages } from '@/lib/client/messages/en'
import { useMessages } from '@/lib/client/messages/use-messages'
import { isConflict } from '@/lib/client/order-change'
import type { OrderPatch } from '@/lib/client/orders'

const mostFields = 50

type Row = { key: number; name: string; text: string }
type Fields = Record<string, unknown>

function typeOf(value: unknown, t: Messages): string {
  const { types } = t.order
  if (value === null) return types.null
  if (Array.isArray(value)) return types.list
  if (typeof value === 'object') return types.object
  return typeof value === 'number' ? types.number : typeof value === 'boolean' ? types.boolean : types.text
}

/** What differs; a name that is gone becomes null, which deletes it. */
function changesOf(stored: Fields, rows: Row[]): Fields {
  const next = Object.fromEntries(rows.map(({ name, text }) => [name.trim(), readValue(text)]))
  const changed: Fields = {}
  for (const name of Object.keys(stored)) if (!(name in next)) changed[name] = null
  for (const [name, value] of Object.entries(next)) {
    if (JSON.stringify(stored[name]) !== JSON.stringify(value)) changed[name] = value
  }
  return changed
}

type Props = { stored: Fields; onCancel: () => void; onSave: (patch: OrderPatch) => Promise<void> }

export function CustomFieldsForm({ stored, onCancel, onSave }: Props) {
  const t = useMessages()
  const nextKey = useRef(0)
  const [rows, setRows] = useState<Row[]>(() => {
    const found = Object.entries(stored).map(([name, value]) => ({
      key: nextKey.current++,
      name,
      text: writeValue(value),
    }))
    return found.length > 0 ? found : [{ key: nextKey.current++, name: '', text: '' }]
  })
  const [errors, setErrors] = useState<Record<number, string>>({})
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)
  const box = useRef<HTMLFormElement>(null)

  const change = (key: number, part: Partial<Row>) => {
    setRows((earlier) => earlier.map((row) => (row.key === key ? { ...row, ...part } : row)))
    setErrors({})
  }
  const add = () => {
    setRows((earlier) => [...earlier, { key: nextKey.current++, name: '', text: '' }])
    requestAnimationFrame(() => box.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus())
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    const filled = rows.filter(({ name, text }) => name.trim() !== '' || text !== '')
    const names = filled.map(({ name }) => name.trim())
    const found: Record<number, string> = {}
    for (const [i, { key }] of filled.entries()) {
      if (!names[i]) found[key] = t.order.fieldNameMissing
      else if (names.indexOf(names[i]) !== i) found[key] = t.order.fieldNameTwice
    }
    setErrors(found)
    if (Object.keys(found).length > 0) return
    const customFields = changesOf(stored, filled)
    if (Object.keys(customFields).length === 0) return onCancel()
    setBusy(true)
    setFailure(undefined)
    try {
      await onSave({ customFields })
    } catch (error) {
      setBusy(false)
      if (!isConflict(error)) setFailure(explain(error, t))
    }
  }
  return (
    <form ref={box} className={layout.stack} onSubmit={submit} noValidate>
      {failure && <Notice kind="bad">{failure}</Notice>}
      <ul className={layout.rows}>
        {rows.map(({ key, name, text }, i) => (
          <li key={key} className={layout.row}>
            <TextInput
              aria-label={`${t.order.fieldName} ${i + 1}`}
              placeholder={t.order.fieldName}
              autoFocus={i === 0}
              maxLength={256}
              error={errors[key]}
              value={name}
              onChange={(event) => change(key, { name: event.currentTarget.value })}
            />
            <TextInput
              aria-label={`${t.order.fieldValue} ${i + 1}`}
              placeholder={t.order.fieldValue}
              value={text}
              rightSection={<span className={layout.type}>{text === '' ? '' : typeOf(readValue(text), t)}</span>}
              rightSectionWidth={76}
              rightSectionPointerEvents="none"
              onChange={(event) => change(key, { text: event.currentTarget.value })}
            />
            <ActionIcon
              aria-label={t.order.removeField({ name })}
              onClick={() => setRows((earlier) => earlier.filter((row) => row.key !== key))}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} />}
          disabled={rows.length >= mostFields}
          onClick={add}
        >
          {t.order.addField}
        </Button>
      </div>
      <p className="od-muted">{rows.length >= mostFields ? t.order.tooManyFields : t.order.fieldHint}</p>
      <div className={layout.foot}>
        <Button variant="default" onClick={onCancel}>
          {t.app.cancel}
        </Button>
        <Button type="submit" loading={busy}>
          {t.app.save}
        </Button>
      </div>
    </form>
  )
}

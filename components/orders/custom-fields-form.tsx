'use client'

import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { explain } from '@/components/ui/failure'
import layout from '@/components/ui/form.module.css'
import { type NameRow, NameRows } from '@/components/ui/name-rows'
import { Notice } from '@/components/ui/notice'
import { readValue, writeValue } from '@/lib/client/json-text'
import { useMessages } from '@/lib/client/messages/use-messages'
import { isConflict } from '@/lib/client/order-change'
import type { OrderPatch } from '@/lib/client/orders'
import { maxCustomFields } from '@/lib/merge-custom-fields'

type Fields = Record<string, unknown>

/** What differs; a name that is gone becomes null, which deletes it. */
function changesOf(stored: Fields, rows: readonly NameRow[]): Fields {
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
  const [rows, setRows] = useState<NameRow[]>(() => {
    const found = Object.entries(stored).map(([name, value]) => ({ name, text: writeValue(value) }))
    return found.length > 0 ? found : [{ name: '', text: '' }]
  })
  const [errors, setErrors] = useState<Record<number, string>>({})
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const filled = rows.filter(({ name, text }) => name.trim() !== '' || text !== '')
    const names = rows.map(({ name }) => name.trim())
    const found: Record<number, string> = {}
    for (const [i, row] of rows.entries()) {
      if (!names[i] && row.text !== '') found[i] = t.order.fieldNameMissing
      else if (names[i] && names.indexOf(names[i]) !== i) found[i] = t.order.fieldNameTwice
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
    <form className={layout.stack} onSubmit={submit} noValidate>
      {failure && <Notice kind="bad">{failure}</Notice>}
      <NameRows
        words={{
          name: t.order.fieldName,
          value: t.order.fieldValue,
          add: t.order.addField,
          remove: (name) => t.order.removeField({ name }),
        }}
        rows={rows}
        most={maxCustomFields}
        json
        autoFocus
        problemOf={(i) => errors[i]}
        onChange={(next) => {
          setRows(next)
          setErrors({})
        }}
      />
      <p className="od-muted">{rows.length >= maxCustomFields ? t.order.tooManyFields : t.order.fieldHint}</p>
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

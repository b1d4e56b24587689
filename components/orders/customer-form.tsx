'use client'

import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { DraftNotice } from '@/components/ui/draft-notice'
import { explain } from '@/components/ui/failure'
import layout from '@/components/ui/form.module.css'
import { Notice } from '@/components/ui/notice'
import { useDraft } from '@/lib/client/editing/use-draft'
import { useUnsaved } from '@/lib/client/editing/use-unsaved'
import { type FieldErrors, fieldErrorsOf } from '@/lib/client/field-errors'
import { useMessages } from '@/lib/client/messages/use-messages'
import { isConflict } from '@/lib/client/order-change'
import type { OrderCustomer, OrderPatch } from '@/lib/client/orders'

const fields = [
  { name: 'email', required: true, type: 'email' },
  { name: 'phone', required: true, type: 'tel' },
  { name: 'addressLine1', required: true },
  { name: 'addressLine2' },
  { name: 'addressLine3' },
  { name: 'age', inputMode: 'numeric' },
  { name: 'preferredContactMethod' },
  { name: 'preferredTimeToContact' },
] as const

type Name = (typeof fields)[number]['name']
type Values = Record<Name, string>

type Props = {
  /** Where unsaved changes are kept. */
  draftKey: string
  customer: OrderCustomer
  onCancel: () => void
  onSave: (patch: OrderPatch) => Promise<void>
}

/** Only what differs is sent; an emptied optional field becomes null. */
function changesOf(customer: OrderCustomer, values: Values): Partial<OrderCustomer> {
  const changed = fields.filter(({ name }) => values[name].trim() !== (customer[name] ?? ''))
  return Object.fromEntries(
    changed.map((field) => [field.name, values[field.name].trim() || ('required' in field ? '' : null)]),
  )
}

/** The customer's contact fields. The server judges them; what it says stands at the field it is about. */
export function CustomerForm({ draftKey, customer, onCancel, onSave }: Props) {
  const t = useMessages()
  const [values, setValues] = useState(
    () => Object.fromEntries(fields.map(({ name }) => [name, customer[name] ?? ''])) as Values,
  )
  const [errors, setErrors] = useState<FieldErrors & { form?: string }>({})
  const [busy, setBusy] = useState(false)
  const dirty = Object.keys(changesOf(customer, values)).length > 0
  const base = JSON.stringify(customer)
  const draft = useDraft({ key: draftKey, value: values, dirty, base })
  useUnsaved(dirty)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const patch = changesOf(customer, values)
    if (Object.keys(patch).length === 0) return onCancel()
    setBusy(true)
    setErrors({})
    try {
      await onSave({ customer: patch })
    } catch (error) {
      setBusy(false)
      // A conflict is told above the order, where there is room to say who and what.
      if (isConflict(error)) return
      const told = Object.entries(fieldErrorsOf(error, t))
      const found: FieldErrors = Object.fromEntries(
        told.map(([target, text]) => [target.replace(/^customer\./, ''), text]).filter(([name]) => name! in values),
      )
      const first = fields.find(({ name }) => found[name])?.name
      setErrors(first ? found : { form: explain(error, t) })
      if (first) form.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus()
    }
  }
  return (
    <form className={layout.stack} onSubmit={submit} noValidate>
      <p className="od-muted">{t.order.nameFixed}</p>
      <DraftNotice draft={draft} base={base} onRestore={setValues} />
      {errors.form && <Notice kind="bad">{errors.form}</Notice>}
      {fields.map((field, i) => (
        <TextInput
          key={field.name}
          name={field.name}
          label={t.order[field.name]}
          type={'type' in field ? field.type : 'text'}
          inputMode={'inputMode' in field ? field.inputMode : undefined}
          required={'required' in field}
          autoFocus={i === 0}
          autoComplete="off"
          error={errors[field.name]}
          value={values[field.name]}
          onChange={(event) => {
            const { value } = event.currentTarget
            setValues((earlier) => ({ ...earlier, [field.name]: value }))
          }}
        />
      ))}
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

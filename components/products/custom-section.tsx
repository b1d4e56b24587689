'use client'

import layout from '@/components/ui/form.module.css'
import { NameRows } from '@/components/ui/name-rows'
import { Section } from '@/components/ui/section'
import { useEditorMessages } from '@/lib/client/messages/areas/product-editor'
import { maxCustomFields } from '@/lib/merge-custom-fields'
import type { FormPart } from './form-part'

/** Free names with JSON values. */
export function CustomSection({ form, set, errors }: FormPart) {
  const m = useEditorMessages()
  const rows = form.customFields
  return (
    <Section title={m.custom} id="custom">
      {rows.length === 0 && <p className="od-muted">{m.noCustom}</p>}
      <NameRows
        words={{
          name: m.customName,
          value: m.customValue,
          add: m.addCustom,
          remove: (name) => m.removeCustom({ name }),
        }}
        rows={rows}
        most={maxCustomFields}
        json
        problemOf={(i) => errors.customFields !== undefined && isBad(rows, i)}
        onChange={(customFields) => set({ customFields })}
      />
      {errors.customFields && (
        <p className={layout.error} role="alert">
          {errors.customFields}
        </p>
      )}
      {rows.length > 0 && <p className="od-muted">{rows.length >= maxCustomFields ? m.tooManyCustom : m.customHint}</p>}
    </Section>
  )
}

function isBad(rows: readonly { name: string; text: string }[], i: number): boolean {
  const name = rows[i]!.name.trim()
  if (name === '') return rows[i]!.text !== ''
  return rows.findIndex((row) => row.name.trim() === name) < i
}

'use client'

import { TextInput } from '@mantine/core'
import { TreePicker } from '@/components/trees/tree-picker'
import layout from '@/components/ui/form.module.css'
import { Section } from '@/components/ui/section'
import { useEditorMessages } from '@/lib/client/messages/areas/product-editor'
import type { FormPart } from './form-part'

const lines = ['postalCode', 'addressLine1', 'addressLine2', 'addressLine3'] as const
const degrees = ['latitude', 'longitude'] as const

export function PlaceSection({ form, set, errors }: FormPart) {
  const m = useEditorMessages()
  return (
    <Section title={m.place} id="place">
      <div className={layout.stack}>
        <TreePicker
          kind="locations"
          label={m.fields.locationIds}
          description={m.locationsHint}
          max={10}
          value={form.locationIds}
          error={errors.locationIds}
          onChange={(locationIds) => set({ locationIds })}
        />
        <div className={layout.pair}>
          {lines.map((name) => (
            <TextInput
              key={name}
              name={name}
              label={m.fields[name]}
              maxLength={1024}
              autoComplete="off"
              value={form[name]}
              error={errors[name]}
              onChange={(event) => set({ [name]: event.currentTarget.value })}
            />
          ))}
          {degrees.map((name) => (
            <TextInput
              key={name}
              name={name}
              label={m.fields[name]}
              inputMode="decimal"
              autoComplete="off"
              placeholder={name === 'latitude' ? '35.6812' : '139.7671'}
              value={form[name]}
              error={errors[name]}
              onChange={(event) => set({ [name]: event.currentTarget.value })}
              onPaste={(event) => {
                // Maps give both at once: “35.6812, 139.7671”.
                const both = /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/.exec(
                  event.clipboardData.getData('text'),
                )
                if (!both) return
                event.preventDefault()
                set({ latitude: both[1]!, longitude: both[2]! })
              }}
            />
          ))}
        </div>
      </div>
    </Section>
  )
}

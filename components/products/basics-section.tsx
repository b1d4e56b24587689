'use client'

import { Textarea, TextInput } from '@mantine/core'
import layout from '@/components/ui/form.module.css'
import { Section } from '@/components/ui/section'
import { useEditorMessages } from '@/lib/client/messages/areas/product-editor'
import type { FormPart } from './form-part'

export function BasicsSection({ form, set, errors }: FormPart) {
  const m = useEditorMessages()
  return (
    <Section title={m.basics} id="basics">
      <div className={layout.stack}>
        <TextInput
          name="name"
          label={m.fields.name}
          required
          maxLength={1024}
          autoComplete="off"
          value={form.name}
          error={errors.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <Textarea
          name="description"
          label={m.fields.description}
          autosize
          minRows={4}
          maxRows={18}
          maxLength={65_536}
          value={form.description}
          error={errors.description}
          onChange={(event) => set({ description: event.currentTarget.value })}
        />
      </div>
    </Section>
  )
}

'use client'

import { Button } from '@mantine/core'
import { Key } from '@/components/ui/key'
import { SaveBar } from '@/components/ui/save-bar'
import { useEditorMessages } from '@/lib/client/messages/areas/product-editor'
import type { FormField } from '@/lib/client/product-form'
import css from './product.module.css'

type Props = {
  changed: readonly FormField[]
  /** How many fields need another value. */
  wrong: number
  isSaving: boolean
  /** Why it cannot be saved just now. */
  blocked?: string
  onSave: () => void
  onDiscard: () => void
}

/** Stays at the lower edge while something is not saved: how much, which fields, and what to do about it. */
export function ProductSaveBar({ changed, wrong, isSaving, blocked, onSave, onDiscard }: Props) {
  const m = useEditorMessages()
  if (changed.length === 0) return null
  return (
    <SaveBar>
      <div className={css.saveText}>
        <strong role="status">{m.changes({ count: changed.length })}</strong>
        <div className={css.saveFields} data-bad={wrong > 0 || undefined} role={wrong > 0 ? 'alert' : undefined}>
          {wrong > 0 ? m.fixFirst({ count: wrong }) : (blocked ?? changed.map((field) => m.fields[field]).join(', '))}
        </div>
      </div>
      <Button variant="default" disabled={isSaving} onClick={onDiscard}>
        {m.discard}
      </Button>
      <Button loading={isSaving} disabled={blocked !== undefined} rightSection={<Key>Ctrl S</Key>} onClick={onSave}>
        {m.save}
      </Button>
    </SaveBar>
  )
}

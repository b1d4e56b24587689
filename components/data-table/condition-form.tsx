'use client'

import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useFilterMessages } from '@/lib/client/messages/areas/filter'
import type { Chip } from '@/lib/query/url'
import css from './filter-editors.module.css'
import type { FieldWords } from './filter-words'

/** What every editor of a condition is given. */
export type EditorProps = {
  words: FieldWords
  path: string
  /** What is asked already; nothing when the chip is new. */
  chip?: Chip
  /** Undefined when nothing is asked any more. */
  onChange: (chip: Chip | undefined) => void
  onClose: () => void
}

/** A condition that holds once it is applied, by the button or with Enter. */
export function ConditionForm({ onApply, children }: { onApply: () => void; children: ReactNode }) {
  const m = useFilterMessages()
  return (
    <form
      className={css.editor}
      style={{ padding: 0 }}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onApply()
      }}
    >
      {children}
      <div className={css.foot}>
        <Button type="submit" size="compact-sm">
          {m.apply}
        </Button>
      </div>
    </form>
  )
}

'use client'

import { Radio, Textarea } from '@mantine/core'
import { useState } from 'react'
import layout from '@/components/ui/form.module.css'
import { useCancelMessages } from '@/lib/client/messages/areas/cancel-order'
import { useMessages } from '@/lib/client/messages/use-messages'
import { type CancelReason, cancelReasons } from '@/lib/resources/order'

/** Asks why orders end: `fields` for a dialog, and what was given. A reason that has no name is told in a note. */
export function useCancelFields() {
  const t = useMessages()
  const m = useCancelMessages()
  const [reason, setReason] = useState<CancelReason>('CUSTOMER')
  const [note, setNote] = useState('')
  const [error, setError] = useState<string>()
  const needsNote = reason === 'OTHER'
  const text = note.trim()
  return {
    given: { reason, note: text },
    /** Whether something is missing; the cursor is then where it is. */
    isIncomplete: (form: HTMLFormElement) => {
      if (!needsNote || text !== '') return false
      setError(m.noteRequired)
      form.querySelector('textarea')?.focus()
      return true
    },
    fields: (
      <>
        <Radio.Group
          label={m.reason}
          value={reason}
          onChange={(value) => {
            setReason(value as CancelReason)
            setError(undefined)
          }}
        >
          <div className={layout.choices}>
            {cancelReasons.map((each, i) => (
              <Radio key={each} value={each} label={t.cancelReason[each]} data-autofocus={i === 0 || undefined} />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={m.note}
          description={m.noteHint}
          withAsterisk={needsNote}
          required={needsNote}
          error={error}
          rows={3}
          maxLength={4000}
          value={note}
          onChange={(event) => {
            setNote(event.currentTarget.value)
            setError(undefined)
          }}
        />
      </>
    ),
  }
}

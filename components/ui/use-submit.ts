'use client'

import { useRef, useState } from 'react'
import { type FieldErrors, fieldErrorsOf, focusFirstError } from '@/lib/client/field-errors'
import { useMessages } from '@/lib/client/messages/use-messages'
import { explain } from './failure'

const none: FieldErrors = {}

/**
 * Sends a form to the server, which judges it. What it says of one of the `fields` stands at that field, which gets the
 * cursor; anything else is the form's `message`. Without `fields` every field has a place for what is said of it.
 */
export function useSubmit(fields?: readonly string[]) {
  const t = useMessages()
  const form = useRef<HTMLFormElement>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const errors = failure === undefined ? none : fieldErrorsOf(failure, t)
  const isAtField = Object.keys(errors).some((name) => !fields || fields.includes(name))

  /** Keeps what was refused; an act that succeeds says so itself. One that leaves the page stays busy until then. */
  const submit = async (act: () => Promise<unknown>) => {
    if (busy) return
    setBusy(true)
    setFailure(undefined)
    try {
      if ((await act()) !== 'leaving') setBusy(false)
    } catch (error) {
      setFailure(error)
      setBusy(false)
      focusFirstError(form.current)
    }
  }
  return {
    form,
    busy,
    failure,
    errors,
    message: failure === undefined || isAtField ? undefined : explain(failure, t),
    submit,
    forget: () => setFailure(undefined),
  }
}

import { Button, PasswordInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { explain } from '@/components/ui/failure'
import { Notice } from '@/components/ui/notice'
import { changePassword, sessionsKey } from '@/lib/client/account'
import { type FieldErrors, fieldErrorsOf, focusFirstError } from '@/lib/client/field-errors'
import { useAccountMessages } from '@/lib/client/messages/areas/account'
import { useMessages } from '@/lib/client/messages/use-messages'
import { showToast } from '@/lib/client/toasts'
import css from './desk.module.css'

const empty = { currentPassword: '', newPassword: '' }

/** Asks for the present password and the next one. */
export function PasswordForm({ email }: { email: string }) {
  const t = useMessages()
  const m = useAccountMessages()
  const queryClient = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const [values, setValues] = useState(empty)
  const [errors, setErrors] = useState<FieldErrors & { form?: string }>({})
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setErrors({})
    try {
      const { ended } = await changePassword(values)
      setValues(empty)
      showToast({ kind: 'done', title: m.passwordChanged, text: m.endedOthers({ count: ended }) })
      void queryClient.invalidateQueries({ queryKey: sessionsKey })
    } catch (failure) {
      const found = fieldErrorsOf(failure, t)
      setErrors(Object.keys(found).length > 0 ? found : { form: explain(failure, t) })
      focusFirstError(form.current)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form ref={form} className={css.fields} noValidate onSubmit={submit}>
      {errors.form && <Notice kind="bad">{errors.form}</Notice>}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <PasswordInput
        label={m.currentPassword}
        autoComplete="current-password"
        error={errors.currentPassword}
        value={values.currentPassword}
        onChange={(event) => {
          const { value } = event.currentTarget
          setValues((earlier) => ({ ...earlier, currentPassword: value }))
        }}
      />
      <PasswordInput
        label={m.newPassword}
        description={m.newHint}
        autoComplete="new-password"
        error={errors.newPassword}
        value={values.newPassword}
        onChange={(event) => {
          const { value } = event.currentTarget
          setValues((earlier) => ({ ...earlier, newPassword: value }))
        }}
      />
      <div className={css.row}>
        <Button type="submit" loading={busy}>
          {m.changePassword}
        </Button>
      </div>
    </form>
  )
}

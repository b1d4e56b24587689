import { Button, PasswordInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import layout from '@/components/ui/form.module.css'
import { Notice } from '@/components/ui/notice'
import { useSubmit } from '@/components/ui/use-submit'
import { changePassword, sessionsKey } from '@/lib/client/account'
import { useAccountMessages } from '@/lib/client/messages/areas/account'
import { showToast } from '@/lib/client/toasts'

const empty = { currentPassword: '', newPassword: '' }

/** Asks for the present password and the next one. */
export function PasswordForm({ email }: { email: string }) {
  const m = useAccountMessages()
  const queryClient = useQueryClient()
  const { form, busy, errors, message, submit } = useSubmit()
  const [values, setValues] = useState(empty)

  const change = () =>
    submit(async () => {
      const { ended } = await changePassword(values)
      setValues(empty)
      showToast({ kind: 'done', title: m.passwordChanged, text: m.endedOthers({ count: ended }) })
      void queryClient.invalidateQueries({ queryKey: sessionsKey })
    })
  return (
    <form
      ref={form}
      className={layout.fields}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void change()
      }}
    >
      {message && <Notice kind="bad">{message}</Notice>}
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
      <div className={layout.acts}>
        <Button type="submit" loading={busy}>
          {m.changePassword}
        </Button>
      </div>
    </form>
  )
}

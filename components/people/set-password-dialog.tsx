import { PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { ActDialog } from '@/components/ui/act-dialog'
import { fieldErrorsOf, focusFirstError } from '@/lib/client/field-errors'
import { usePeopleMessages } from '@/lib/client/messages/areas/people'
import { useMessages } from '@/lib/client/messages/use-messages'
import { showToast } from '@/lib/client/toasts'
import { setUserPassword } from '@/lib/client/users'
import css from './desk.module.css'

/** Asks for somebody's new password. */
export function SetPasswordDialog({ user, onClose }: { user: { id: string; name: string }; onClose: () => void }) {
  const t = useMessages()
  const m = usePeopleMessages()
  const [password, setPassword] = useState('')
  const [error, setError] = useState<string>()
  return (
    <ActDialog
      title={m.setPasswordTitle(user)}
      confirm={m.setPassword}
      onClose={onClose}
      onConfirm={async (form) => {
        setError(undefined)
        try {
          await setUserPassword(user.id, password)
          showToast({ kind: 'done', title: m.passwordSet })
        } catch (failure) {
          setError(fieldErrorsOf(failure, t).password)
          focusFirstError(form)
          throw failure
        }
      }}
    >
      <p className={css.small}>{m.setPasswordText}</p>
      <PasswordInput
        label={m.newPassword}
        description={m.passwordHint}
        autoComplete="new-password"
        data-autofocus
        error={error}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </ActDialog>
  )
}

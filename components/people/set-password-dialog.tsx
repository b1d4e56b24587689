import { PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { FormDialog } from '@/components/ui/form-dialog'
import { usePeopleMessages } from '@/lib/client/messages/areas/people'
import { showToast } from '@/lib/client/toasts'
import { setUserPassword } from '@/lib/client/users'

/** Asks for somebody's new password. */
export function SetPasswordDialog({ user, onClose }: { user: { id: string; name: string }; onClose: () => void }) {
  const m = usePeopleMessages()
  const [password, setPassword] = useState('')
  return (
    <FormDialog
      title={m.setPasswordTitle(user)}
      confirm={m.setPassword}
      fields={['password']}
      onClose={onClose}
      onSubmit={async () => {
        await setUserPassword(user.id, password)
        showToast({ kind: 'done', title: m.passwordSet })
        onClose()
      }}
    >
      {(errors) => (
        <>
          <p className="od-muted">{m.setPasswordText}</p>
          <PasswordInput
            label={m.newPassword}
            description={m.passwordHint}
            autoComplete="new-password"
            data-autofocus
            error={errors.password}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        </>
      )}
    </FormDialog>
  )
}

import { useState } from 'react'
import { FormDialog } from '@/components/ui/form-dialog'
import { usePeopleMessages } from '@/lib/client/messages/areas/people'
import { createUser, type WholeAccount } from '@/lib/client/users'
import { AccountFields, accountFields } from './account-fields'

/** Asks for a name and an address; the password comes through a link. */
export function NewUserDialog({ onMade, onClose }: { onMade: (user: WholeAccount) => void; onClose: () => void }) {
  const m = usePeopleMessages()
  const [values, setValues] = useState({ name: '', email: '', isSystemAdmin: false })
  return (
    <FormDialog
      title={m.newUser}
      confirm={m.newUserVerb}
      fields={accountFields}
      onClose={onClose}
      onSubmit={async () =>
        onMade(await createUser({ ...values, name: values.name.trim(), email: values.email.trim() }))
      }
    >
      {(errors) => (
        <>
          <AccountFields
            values={values}
            errors={errors}
            onChange={(change) => setValues((earlier) => ({ ...earlier, ...change }))}
          />
          <p className="od-muted">{m.newUserText}</p>
        </>
      )}
    </FormDialog>
  )
}

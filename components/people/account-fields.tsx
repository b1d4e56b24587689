import { Switch, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import type { FieldErrors } from '@/lib/client/field-errors'
import { usePeopleMessages } from '@/lib/client/messages/areas/people'

type Values = { name: string; email: string; isSystemAdmin: boolean }

type Props = {
  values: Values
  errors: FieldErrors
  onChange: (change: Partial<Values>) => void
  /** Stands before what the account may. */
  children?: ReactNode
}

/** The fields that say what they are told. */
export const accountFields = ['name', 'email'] as const

/** Who has an account, and what it may. */
export function AccountFields({ values, errors, onChange, children }: Props) {
  const m = usePeopleMessages()
  return (
    <>
      <TextInput
        label={m.name}
        required
        maxLength={100}
        autoComplete="off"
        data-autofocus
        error={errors.name}
        value={values.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        label={m.email}
        type="email"
        required
        autoComplete="off"
        spellCheck={false}
        error={errors.email}
        value={values.email}
        onChange={(event) => onChange({ email: event.currentTarget.value })}
      />
      {children}
      <Switch
        label={m.isSystemAdmin}
        description={m.isSystemAdminHint}
        checked={values.isSystemAdmin}
        onChange={(event) => onChange({ isSystemAdmin: event.currentTarget.checked })}
      />
    </>
  )
}

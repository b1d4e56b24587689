import { Button, Switch, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { explain, statusOf } from '@/components/ui/failure'
import { Notice } from '@/components/ui/notice'
import type { Tagged } from '@/lib/client/api'
import { useUnsaved } from '@/lib/client/editing/use-unsaved'
import { type FieldErrors, fieldErrorsOf, focusFirstError } from '@/lib/client/field-errors'
import { usePeopleMessages } from '@/lib/client/messages/areas/people'
import { useMessages } from '@/lib/client/messages/use-messages'
import { useSaveKeys } from '@/lib/client/use-save-keys'
import { type AccountPatch, patchUser, type WholeAccount } from '@/lib/client/users'
import css from './desk.module.css'

type Props = { stored: Tagged<WholeAccount>; onSaved: (fresh: Tagged<WholeAccount>) => void; onReload: () => void }

const valuesOf = ({ name, email, emailVerified, isSystemAdmin }: WholeAccount) => ({
  name,
  email,
  emailVerified,
  isSystemAdmin,
})

/** Name, address and what the account may. The server judges them. */
export function UserForm({ stored, onSaved, onReload }: Props) {
  const t = useMessages()
  const m = usePeopleMessages()
  const form = useRef<HTMLFormElement>(null)
  const [base, setBase] = useState(stored)
  const [values, setValues] = useState(() => valuesOf(stored.data))
  const [errors, setErrors] = useState<FieldErrors>({})
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const before: Record<string, unknown> = valuesOf(base.data)
  const given = { ...values, name: values.name.trim(), email: values.email.trim() }
  const patch: AccountPatch = Object.fromEntries(
    Object.entries(given).filter(([name, value]) => value !== before[name]),
  )
  const dirty = Object.keys(patch).length > 0
  if (!dirty && stored !== base) {
    setBase(stored)
    setValues(valuesOf(stored.data))
  }
  useUnsaved(dirty)
  const set = (change: Partial<typeof values>) => setValues((earlier) => ({ ...earlier, ...change }))

  async function save() {
    if (busy || !dirty) return
    setBusy(true)
    setErrors({})
    setFailure(undefined)
    try {
      const fresh = await patchUser(base.data.id, patch, base.etag)
      setBase(fresh)
      setValues(valuesOf(fresh.data))
      onSaved(fresh)
    } catch (error) {
      setErrors(fieldErrorsOf(error, t))
      setFailure(error)
      focusFirstError(form.current)
    } finally {
      setBusy(false)
    }
  }
  useSaveKeys(save)
  const told = errors.name || errors.email
  return (
    <form
      ref={form}
      className={css.fields}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void save()
      }}
    >
      {failure !== undefined && !told && (
        <Notice
          kind="bad"
          actions={
            statusOf(failure) === 412 && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  setFailure(undefined)
                  setValues(valuesOf(base.data))
                  onReload()
                }}
              >
                {t.app.reload}
              </Button>
            )
          }
        >
          {explain(failure, t)}
        </Notice>
      )}
      <TextInput
        label={m.name}
        required
        maxLength={100}
        autoComplete="off"
        error={errors.name}
        value={values.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        label={m.email}
        type="email"
        required
        autoComplete="off"
        spellCheck={false}
        error={errors.email}
        value={values.email}
        onChange={(event) => set({ email: event.currentTarget.value })}
      />
      <Switch
        label={m.emailVerified}
        description={m.emailVerifiedHint}
        checked={values.emailVerified}
        onChange={(event) => set({ emailVerified: event.currentTarget.checked })}
      />
      <Switch
        label={m.isSystemAdmin}
        description={m.isSystemAdminHint}
        checked={values.isSystemAdmin}
        onChange={(event) => set({ isSystemAdmin: event.currentTarget.checked })}
      />
      <div className={css.row}>
        <Button type="submit" loading={busy} disabled={!dirty} title="Ctrl/⌘ S">
          {t.app.save}
        </Button>
        {dirty && (
          <Button variant="default" onClick={() => setValues(valuesOf(base.data))}>
            {t.app.cancel}
          </Button>
        )}
      </div>
    </form>
  )
}

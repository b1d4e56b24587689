import { Button, Switch } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { statusOf } from '@/components/ui/failure'
import layout from '@/components/ui/form.module.css'
import { Notice } from '@/components/ui/notice'
import { useSubmit } from '@/components/ui/use-submit'
import type { Tagged } from '@/lib/client/api'
import { useUnsaved } from '@/lib/client/editing/use-unsaved'
import { usePeopleMessages } from '@/lib/client/messages/areas/people'
import { useMessages } from '@/lib/client/messages/use-messages'
import { useSaveKeys } from '@/lib/client/use-save-keys'
import { type AccountPatch, patchUser, type WholeAccount } from '@/lib/client/users'
import { AccountFields, accountFields } from './account-fields'

type Props = { stored: Tagged<WholeAccount>; onSaved: (fresh: Tagged<WholeAccount>) => void; onReload: () => void }

const valuesOf = ({ name, email, emailVerified, isSystemAdmin }: WholeAccount) => ({
  name,
  email,
  emailVerified,
  isSystemAdmin,
})

/** Name, address and what the account may. */
export function UserForm({ stored, onSaved, onReload }: Props) {
  const t = useMessages()
  const m = usePeopleMessages()
  const { form, busy, failure, errors, message, submit, forget } = useSubmit(accountFields)
  const [base, setBase] = useState(stored)
  const [values, setValues] = useState(() => valuesOf(stored.data))
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

  const save = async () => {
    if (!dirty) return
    await submit(async () => {
      const fresh = await patchUser(base.data.id, patch, base.etag)
      setBase(fresh)
      setValues(valuesOf(fresh.data))
      onSaved(fresh)
    })
  }
  useSaveKeys(save)
  return (
    <form
      ref={form}
      className={layout.fields}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void save()
      }}
    >
      {message && (
        <Notice
          kind="bad"
          actions={
            statusOf(failure) === 412 && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  forget()
                  setValues(valuesOf(base.data))
                  onReload()
                }}
              >
                {t.app.reload}
              </Button>
            )
          }
        >
          {message}
        </Notice>
      )}
      <AccountFields values={values} errors={errors} onChange={set}>
        <Switch
          label={m.emailVerified}
          description={m.emailVerifiedHint}
          checked={values.emailVerified}
          onChange={(event) => set({ emailVerified: event.currentTarget.checked })}
        />
      </AccountFields>
      <div className={layout.acts}>
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

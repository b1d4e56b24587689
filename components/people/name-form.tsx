import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { explain } from '@/components/ui/failure'
import { changeName } from '@/lib/client/account'
import { useUnsaved } from '@/lib/client/editing/use-unsaved'
import { fieldErrorsOf, focusFirstError } from '@/lib/client/field-errors'
import { type Me, meQuery } from '@/lib/client/me'
import { useAccountMessages } from '@/lib/client/messages/areas/account'
import { useMessages } from '@/lib/client/messages/use-messages'
import { showToast } from '@/lib/client/toasts'
import { useSaveKeys } from '@/lib/client/use-save-keys'
import css from './desk.module.css'

/** One's own name; the address stands beside it. */
export function NameForm({ me }: { me: Me }) {
  const t = useMessages()
  const m = useAccountMessages()
  const queryClient = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const [name, setName] = useState(me.name)
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const dirty = name.trim() !== me.name
  useUnsaved(dirty)

  async function save() {
    if (busy || !dirty) return
    setBusy(true)
    setError(undefined)
    try {
      const fresh = await changeName(name.trim())
      queryClient.setQueryData(meQuery().queryKey, fresh)
      setName(fresh.name)
      showToast({ kind: 'done', title: m.nameSaved })
    } catch (failure) {
      setError(fieldErrorsOf(failure, t).name ?? explain(failure, t))
      focusFirstError(form.current)
    } finally {
      setBusy(false)
    }
  }
  useSaveKeys(save)
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
      <TextInput
        label={m.name}
        maxLength={100}
        autoComplete="name"
        error={error}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <dl className={css.facts}>
        <dt>{m.email}</dt>
        <dd>{me.email}</dd>
      </dl>
      <p className={css.small}>{me.emailVerified ? m.emailHint : m.unverified}</p>
      <div className={css.row}>
        <Button type="submit" loading={busy} disabled={!dirty} title="Ctrl/⌘ S">
          {t.app.save}
        </Button>
      </div>
    </form>
  )
}

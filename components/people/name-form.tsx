import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Facts } from '@/components/ui/facts'
import layout from '@/components/ui/form.module.css'
import { useSubmit } from '@/components/ui/use-submit'
import { changeName } from '@/lib/client/account'
import { useUnsaved } from '@/lib/client/editing/use-unsaved'
import { type Me, meQuery } from '@/lib/client/me'
import { useAccountMessages } from '@/lib/client/messages/areas/account'
import { useMessages } from '@/lib/client/messages/use-messages'
import { showToast } from '@/lib/client/toasts'
import { useSaveKeys } from '@/lib/client/use-save-keys'

/** One's own name; the address stands beside it. */
export function NameForm({ me }: { me: Me }) {
  const t = useMessages()
  const m = useAccountMessages()
  const queryClient = useQueryClient()
  const { form, busy, errors, message, submit } = useSubmit(['name'])
  const [name, setName] = useState(me.name)
  const dirty = name.trim() !== me.name
  useUnsaved(dirty)

  const save = async () => {
    if (!dirty) return
    await submit(async () => {
      const fresh = await changeName(name.trim())
      queryClient.setQueryData(meQuery().queryKey, fresh)
      setName(fresh.name)
      showToast({ kind: 'done', title: m.nameSaved })
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
      <TextInput
        label={m.name}
        maxLength={100}
        autoComplete="name"
        error={errors.name ?? message}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Facts rows={[[m.email, me.email]]} />
      <p className="od-muted">{me.emailVerified ? m.emailHint : m.unverified}</p>
      <div className={layout.acts}>
        <Button type="submit" loading={busy} disabled={!dirty} title="Ctrl/⌘ S">
          {t.app.save}
        </Button>
      </div>
    </form>
  )
}

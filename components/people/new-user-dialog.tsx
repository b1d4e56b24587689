import { Button, Modal, Switch, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { explain } from '@/components/ui/failure'
import { Notice } from '@/components/ui/notice'
import { type FieldErrors, fieldErrorsOf, focusFirstError } from '@/lib/client/field-errors'
import { usePeopleMessages } from '@/lib/client/messages/areas/people'
import { useMessages } from '@/lib/client/messages/use-messages'
import { createUser, type WholeAccount } from '@/lib/client/users'
import css from './desk.module.css'

const start = { name: '', email: '', isSystemAdmin: false }

/** Asks for a name and an address; the password comes through a link. */
export function NewUserDialog({ onMade, onClose }: { onMade: (user: WholeAccount) => void; onClose: () => void }) {
  const t = useMessages()
  const m = usePeopleMessages()
  const form = useRef<HTMLFormElement>(null)
  const [values, setValues] = useState(start)
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<FieldErrors & { form?: string }>({})
  const set = (change: Partial<typeof start>) => setValues((earlier) => ({ ...earlier, ...change }))

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setBusy(true)
    setErrors({})
    try {
      onMade(await createUser({ ...values, name: values.name.trim(), email: values.email.trim() }))
    } catch (error) {
      const found = fieldErrorsOf(error, t)
      setErrors(found.name || found.email ? found : { form: explain(error, t) })
      setBusy(false)
      focusFirstError(form.current)
    }
  }
  return (
    <Modal opened onClose={onClose} title={m.newUser} size={480} closeButtonProps={{ 'aria-label': t.app.close }}>
      <form ref={form} className={css.dialog} noValidate onSubmit={submit}>
        {errors.form && <Notice kind="bad">{errors.form}</Notice>}
        <TextInput
          label={m.name}
          required
          maxLength={100}
          autoComplete="off"
          data-autofocus
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
          label={m.isSystemAdmin}
          description={m.isSystemAdminHint}
          checked={values.isSystemAdmin}
          onChange={(event) => set({ isSystemAdmin: event.currentTarget.checked })}
        />
        <p className={css.small}>{m.newUserText}</p>
        <div className={css.dialogFoot}>
          <Button variant="default" onClick={onClose}>
            {t.app.cancel}
          </Button>
          <Button type="submit" loading={busy}>
            {m.newUserVerb}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

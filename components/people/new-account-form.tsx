import { Button, PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import css from '@/components/auth/sign-in.module.css'
import { explain } from '@/components/ui/failure'
import { Notice } from '@/components/ui/notice'
import { type FieldErrors, fieldErrorsOf, focusFirstError } from '@/lib/client/field-errors'
import { acceptInvitation } from '@/lib/client/members'
import { usePeopleMessages } from '@/lib/client/messages/areas/people'
import { useMessages } from '@/lib/client/messages/use-messages'
import { signIn } from '@/lib/client/sign-in'
import { useMounted } from '@/lib/client/use-mounted'

/** Makes an account through an invitation and signs it in. */
export function NewAccountForm({ token, email }: { token: string; email: string | null }) {
  const t = useMessages()
  const m = usePeopleMessages()
  const mounted = useMounted()
  const form = useRef<HTMLFormElement>(null)
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<FieldErrors & { form?: string }>({})

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const given = (name: string) => String(data.get(name) ?? '')
    const account = { name: given('name').trim(), email: email ?? given('email').trim(), password: given('password') }
    setBusy(true)
    setErrors({})
    try {
      const { organization } = await acceptInvitation(token, account)
      await signIn(account.email, account.password)
      // A whole page load: the account is a new one for everything that was kept.
      window.location.assign(`/orgs/${organization.id}/orders`)
    } catch (error) {
      const found = fieldErrorsOf(error, t)
      setErrors(Object.keys(found).length > 0 ? found : { form: explain(error, t) })
      setBusy(false)
      focusFirstError(form.current)
    }
  }
  return (
    <form ref={form} className={css.form} noValidate onSubmit={submit}>
      {errors.form && <Notice kind="bad">{errors.form}</Notice>}
      <TextInput name="name" label={m.name} autoComplete="name" size="md" error={errors.name} />
      <TextInput
        name="email"
        type="email"
        label={m.email}
        autoComplete="username"
        spellCheck={false}
        size="md"
        error={errors.email}
        readOnly={email !== null}
        defaultValue={email ?? ''}
      />
      <PasswordInput
        name="password"
        label={m.password}
        description={m.passwordHint}
        autoComplete="new-password"
        size="md"
        error={errors.password}
      />
      <Button type="submit" size="md" fullWidth loading={busy} disabled={!mounted}>
        {m.joinNew}
      </Button>
    </form>
  )
}

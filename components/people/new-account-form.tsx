import { Button, PasswordInput, TextInput } from '@mantine/core'
import css from '@/components/auth/sign-in.module.css'
import { Notice } from '@/components/ui/notice'
import { useSubmit } from '@/components/ui/use-submit'
import { acceptInvitation } from '@/lib/client/members'
import { usePeopleMessages } from '@/lib/client/messages/areas/people'
import { signIn } from '@/lib/client/sign-in'
import { useMounted } from '@/lib/client/use-mounted'

/** Makes an account through an invitation and signs it in. */
export function NewAccountForm({ token, email }: { token: string; email: string | null }) {
  const m = usePeopleMessages()
  const mounted = useMounted()
  const { form, busy, errors, message, submit } = useSubmit()

  const join = (data: FormData) => {
    const given = (field: string) => String(data.get(field) ?? '')
    const account = { name: given('name').trim(), email: email ?? given('email').trim(), password: given('password') }
    return submit(async () => {
      const { organization } = await acceptInvitation(token, account)
      await signIn(account.email, account.password)
      // A whole page load: the account is a new one for everything that was kept.
      window.location.assign(`/orgs/${organization.id}/orders`)
      return 'leaving'
    })
  }
  return (
    <form
      ref={form}
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void join(new FormData(event.currentTarget))
      }}
    >
      {message && <Notice kind="bad">{message}</Notice>}
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

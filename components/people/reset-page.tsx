'use client'

import { Button, PasswordInput } from '@mantine/core'
import { CardPage } from '@/components/auth/card-page'
import css from '@/components/auth/sign-in.module.css'
import { Notice } from '@/components/ui/notice'
import { useSubmit } from '@/components/ui/use-submit'
import { callApi } from '@/lib/client/api'
import { usePeopleMessages } from '@/lib/client/messages/areas/people'
import { signIn } from '@/lib/client/sign-in'
import { useMounted } from '@/lib/client/use-mounted'

/** Where a password link leads. `account` is null when the link ended. */
export function ResetPage({ token, account }: { token: string; account: { name: string; email: string } | null }) {
  const m = usePeopleMessages()
  const mounted = useMounted()
  const { form, busy, errors, message, submit } = useSubmit(['password'])
  if (!account) {
    return (
      <CardPage title={m.linkEnded}>
        <div className={css.form}>
          <p>{m.linkEndedText}</p>
          <Button component="a" href="/" variant="default" size="md">
            {m.toStart}
          </Button>
        </div>
      </CardPage>
    )
  }
  const use = (password: string) =>
    submit(async () => {
      await callApi('POST', `/password-resets/${encodeURIComponent(token)}:use`, { body: { password } })
      await signIn(account.email, password)
      window.location.assign('/')
      return 'leaving'
    })
  return (
    <CardPage title={m.resetTitle}>
      <form
        ref={form}
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void use(String(new FormData(event.currentTarget).get('password') ?? ''))
        }}
      >
        <p>{m.resetLead(account)}</p>
        {message && <Notice kind="bad">{message}</Notice>}
        <input type="hidden" name="username" autoComplete="username" value={account.email} readOnly />
        <PasswordInput
          name="password"
          label={m.newPassword}
          description={m.passwordHint}
          autoComplete="new-password"
          autoFocus
          size="md"
          error={errors.password}
        />
        <Button type="submit" size="md" fullWidth loading={busy} disabled={!mounted}>
          {m.resetVerb}
        </Button>
      </form>
    </CardPage>
  )
}

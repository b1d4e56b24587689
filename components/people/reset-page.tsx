'use client'

import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import css from '@/components/auth/sign-in.module.css'
import { explain } from '@/components/ui/failure'
import { Notice } from '@/components/ui/notice'
import { callApi } from '@/lib/client/api'
import { type FieldErrors, fieldErrorsOf, focusFirstError } from '@/lib/client/field-errors'
import { usePeopleMessages } from '@/lib/client/messages/areas/people'
import { useMessages } from '@/lib/client/messages/use-messages'
import { signIn } from '@/lib/client/sign-in'
import { useMounted } from '@/lib/client/use-mounted'
import { LinkCard } from './link-card'

/** Where a password link leads. `account` is null when the link ended. */
export function ResetPage({ token, account }: { token: string; account: { name: string; email: string } | null }) {
  const t = useMessages()
  const m = usePeopleMessages()
  const mounted = useMounted()
  const form = useRef<HTMLFormElement>(null)
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<FieldErrors & { form?: string }>({})
  if (!account) {
    return (
      <LinkCard title={m.linkEnded}>
        <div className={css.form}>
          <p>{m.linkEndedText}</p>
          <Button component="a" href="/" variant="default" size="md">
            {m.toStart}
          </Button>
        </div>
      </LinkCard>
    )
  }
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const password = String(new FormData(event.currentTarget).get('password') ?? '')
    setBusy(true)
    setErrors({})
    try {
      await callApi('POST', `/password-resets/${encodeURIComponent(token)}:use`, { body: { password } })
      await signIn(account!.email, password)
      window.location.assign('/')
    } catch (error) {
      const found = fieldErrorsOf(error, t)
      setErrors(found.password ? found : { form: explain(error, t) })
      setBusy(false)
      focusFirstError(form.current)
    }
  }
  return (
    <LinkCard title={m.resetTitle}>
      <form ref={form} className={css.form} noValidate onSubmit={submit}>
        <p>{m.resetLead(account)}</p>
        {errors.form && <Notice kind="bad">{errors.form}</Notice>}
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
    </LinkCard>
  )
}

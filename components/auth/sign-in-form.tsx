'use client'

import { Button, PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Notice } from '@/components/ui/notice'
import { useSignInMessages } from '@/lib/client/messages/areas/sign-in'
import { readReturnPath } from '@/lib/client/session'
import { type SignInResult, signIn } from '@/lib/client/sign-in'
import { useMounted } from '@/lib/client/use-mounted'
import css from './sign-in.module.css'

type Errors = { email?: string; password?: string }

/** E-mail and password. Says what was wrong without saying which of the two. */
export function SignInForm({ next, reason }: { next: string | null; reason: string | null }) {
  const m = useSignInMessages()
  const mounted = useMounted()
  const [errors, setErrors] = useState<Errors>({})
  const [result, setResult] = useState<SignInResult>()
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    const email = String(data.get('email') ?? '').trim()
    const password = String(data.get('password') ?? '')
    const found: Errors = {}
    if (!email) found.email = m.emailMissing
    if (!password) found.password = m.passwordMissing
    setErrors(found)
    const missing = Object.keys(found)[0]
    if (missing) {
      form.querySelector<HTMLInputElement>(`[name=${missing}]`)?.focus()
      return
    }
    setBusy(true)
    setResult(undefined)
    const answer = await signIn(email, password)
    if (answer.kind === 'done') {
      // A whole page load: nothing that was kept for another person survives.
      window.location.assign(readReturnPath(next))
      return
    }
    setBusy(false)
    setResult(answer)
    form.querySelector<HTMLInputElement>('[name=password]')?.select()
  }

  const failure: Record<Exclude<SignInResult['kind'], 'done'>, string> = {
    wrong: m.wrong,
    throttled: m.throttled({ minutes: Math.ceil(result?.kind === 'throttled' ? result.seconds / 60 : 15) }),
    disabled: m.disabled,
    unreachable: m.unreachable,
    failed: m.failed,
  }
  const earlier = reason === 'expired' ? m.expired : reason === 'signedOut' ? m.signedOut : undefined
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      {result && result.kind !== 'done' ? (
        <Notice kind="bad">{failure[result.kind]}</Notice>
      ) : (
        earlier && <Notice kind="plain">{earlier}</Notice>
      )}
      <TextInput
        name="email"
        type="email"
        label={m.email}
        autoComplete="username"
        autoFocus
        error={errors.email}
        spellCheck={false}
        size="md"
      />
      <PasswordInput
        name="password"
        label={m.password}
        autoComplete="current-password"
        error={errors.password}
        size="md"
      />
      <Button type="submit" size="md" fullWidth loading={busy} disabled={!mounted}>
        {m.submit}
      </Button>
    </form>
  )
}

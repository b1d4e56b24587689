'use client'

import { Button, Modal, PasswordInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Notice } from '@/components/ui/notice'
import { signedInAgain } from '@/lib/client/editing/sign-in-again'
import { meQuery } from '@/lib/client/me'
import { useEditingMessages } from '@/lib/client/messages/areas/editing'
import { useSignInMessages } from '@/lib/client/messages/areas/sign-in'
import { leaveForSignIn } from '@/lib/client/session'
import { type SignInResult, signIn } from '@/lib/client/sign-in'
import css from './sign-in-again.module.css'

/** The session ended in the middle of work: the same person signs in over the page, and what was being saved goes on. */
export function SignInAgain() {
  const s = useSignInMessages()
  const m = useEditingMessages()
  const queryClient = useQueryClient()
  const { data: me } = useQuery({ ...meQuery(), enabled: false })
  const [result, setResult] = useState<SignInResult>()
  const [busy, setBusy] = useState(false)
  const email = me?.email ?? ''
  const failure: Record<Exclude<SignInResult['kind'], 'done'>, string> = {
    wrong: s.wrong,
    throttled: s.throttled({ minutes: Math.ceil(result?.kind === 'throttled' ? result.seconds / 60 : 15) }),
    disabled: s.disabled,
    unreachable: s.unreachable,
    failed: s.failed,
  }
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const password = String(new FormData(form).get('password') ?? '')
    if (!password) return form.querySelector<HTMLInputElement>('[name=password]')?.focus()
    setBusy(true)
    const answer = await signIn(email, password)
    setBusy(false)
    setResult(answer)
    if (answer.kind !== 'done') return form.querySelector<HTMLInputElement>('[name=password]')?.select()
    signedInAgain()
    void queryClient.invalidateQueries()
  }
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={m.again}
      size={440}
      zIndex={400}
    >
      <form className={css.form} onSubmit={submit} noValidate>
        <p>{m.againText({ email })}</p>
        {result && result.kind !== 'done' && <Notice kind="bad">{failure[result.kind]}</Notice>}
        <input
          className="od-hidden"
          name="email"
          type="email"
          autoComplete="username"
          readOnly
          tabIndex={-1}
          value={email}
        />
        <PasswordInput
          name="password"
          label={s.password}
          autoComplete="current-password"
          data-autofocus
          visibilityToggleButtonProps={{ tabIndex: -1 }}
        />
        <div className={css.foot}>
          <Button variant="subtle" color="gray" onClick={() => leaveForSignIn({ anyway: true })}>
            {m.other}
          </Button>
          <Button type="submit" loading={busy}>
            {m.signIn}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

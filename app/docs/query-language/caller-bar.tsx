'use client'

import { Button, NativeSelect, PasswordInput } from '@mantine/core'
import { createContext, type FormEvent, type ReactNode, useContext, useMemo, useState } from 'react'
import { Notice } from '@/components/ui/notice'
import { lookUp, type Place } from './caller'
import css from './docs.module.css'

type Caller = { token?: string; name?: string; places: Place[] }

type Context = Caller & {
  place: Place | undefined
  choosePlace: (path: string) => void
  become: (caller: Caller) => void
  /** Back to who is signed in in this browser. */
  leave: () => void
}

const CallerContext = createContext<Context | undefined>(undefined)

/** Who runs the examples of this page. */
export function useCaller(): Context {
  const context = useContext(CallerContext)
  if (!context) throw new Error('An example stands outside of its page.')
  return context
}

/** Keeps who runs the examples: at first whoever is signed in. A token stays in this page's memory only. */
export function CallerProvider({ name, places, children }: Caller & { children: ReactNode }) {
  const [caller, setCaller] = useState<Caller>({ name, places })
  const [path, choosePlace] = useState<string>()
  const context = useMemo(
    () => ({
      ...caller,
      place: caller.places.find((each) => each.path === path) ?? caller.places[0],
      choosePlace,
      become: setCaller,
      leave: () => setCaller({ name, places }),
    }),
    [caller, path, name, places],
  )
  return <CallerContext value={context}>{children}</CallerContext>
}

function TokenForm() {
  const { become } = useCaller()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const token = String(new FormData(event.currentTarget).get('token') ?? '').trim()
    if (!token) return
    setBusy(true)
    setProblem(undefined)
    try {
      become({ token, ...(await lookUp(token)) })
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The server could not be reached.')
    }
    setBusy(false)
  }

  return (
    <form className={css.token} onSubmit={submit}>
      <PasswordInput
        name="token"
        aria-label="Access token or API key"
        placeholder="Access token or API key"
        autoComplete="off"
        error={problem}
      />
      <Button type="submit" variant="default" loading={busy}>
        Use this token
      </Button>
    </form>
  )
}

/** Says who runs the examples and over which orders, and lets one choose. */
export function CallerBar() {
  const { name, token, places, place, choosePlace, leave } = useCaller()
  return (
    <section className={css.caller} aria-label="Who runs the examples">
      {name ? (
        <p>
          Examples run as <strong>{name}</strong>
          {token ? ', by token.' : ', who is signed in here.'}{' '}
          {token && (
            <button type="button" className="od-link" onClick={leave}>
              Forget the token
            </button>
          )}
        </p>
      ) : (
        <Notice kind="plain">
          Product examples run for anybody. For orders{' '}
          <a className="od-link" href="/sign-in?next=/docs/query-language">
            sign in
          </a>{' '}
          or use a token.
        </Notice>
      )}
      <div className={css.choices}>
        {places.length > 0 && (
          <NativeSelect
            aria-label="Whose orders"
            size="sm"
            value={place?.path}
            data={places.map(({ label, path }) => ({ label, value: path }))}
            onChange={(event) => choosePlace(event.currentTarget.value)}
          />
        )}
        {!token && <TokenForm />}
      </div>
    </section>
  )
}

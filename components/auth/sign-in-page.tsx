'use client'

import { Notice } from '@/components/ui/notice'
import { useSignInMessages } from '@/lib/client/messages/areas/sign-in'
import { useMessages } from '@/lib/client/messages/use-messages'
import { CardPage } from './card-page'
import css from './sign-in.module.css'
import { SignInForm } from './sign-in-form'

type Props = {
  /** Where to go afterwards. */
  next: string | null
  /** Why one is here: `expired`, `signedOut`. */
  reason: string | null
  /** False on a new installation without accounts. */
  possible: boolean
}

/** The way in. */
export function SignInPage({ next, reason, possible }: Props) {
  const t = useMessages()
  const m = useSignInMessages()
  return (
    <CardPage
      title={m.title}
      links={
        <a className={css.language} href="/docs">
          {t.shell.apiReference}
        </a>
      }
    >
      {possible ? (
        <SignInForm next={next} reason={reason} />
      ) : (
        <Notice kind="warn" title={m.nobodyTitle}>
          {m.nobody}
        </Notice>
      )}
    </CardPage>
  )
}

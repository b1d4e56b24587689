'use client'

import { Button } from '@mantine/core'
import { useState } from 'react'
import { CardPage } from '@/components/auth/card-page'
import css from '@/components/auth/sign-in.module.css'
import { explain } from '@/components/ui/failure'
import { Notice } from '@/components/ui/notice'
import { acceptInvitation, type OfferedInvitation } from '@/lib/client/members'
import { usePeopleMessages } from '@/lib/client/messages/areas/people'
import { useMessages } from '@/lib/client/messages/use-messages'
import { signOutTo } from '@/lib/client/sign-in'
import { useMounted } from '@/lib/client/use-mounted'
import { NewAccountForm } from './new-account-form'

type Props = {
  token: string
  /** Null when there is no such invitation. */
  offered: OfferedInvitation | null
  /** Who is signed in here; null when nobody is. */
  me: { name: string; email: string } | null
}

/** Where an invitation's link leads: says who asks one to join what, and takes the answer. */
export function InvitePage({ token, offered, me }: Props) {
  const t = useMessages()
  const m = usePeopleMessages()
  if (offered?.state !== 'open') {
    return (
      <CardPage title={m.invitationEnded}>
        <div className={css.form}>
          <p>{m.endedTexts[offered?.state ?? 'unknown']}</p>
          <Button component="a" href="/" variant="default" size="md">
            {m.toStart}
          </Button>
        </div>
      </CardPage>
    )
  }
  const { organization, role, email, invitedBy } = offered
  const here = `/invite/${token}`
  const isOther = me !== null && email !== null && me.email !== email
  return (
    <CardPage title={m.joinTitle({ organization: organization.name })}>
      <div className={css.form}>
        <p>{m.joinLead({ who: invitedBy, organization: organization.name, role: t.roles[role] ?? role })}</p>
        {me ? (
          <>
            <p>{isOther ? m.joinOther({ email: email! }) : m.joinAs(me)}</p>
            {!isOther && <JoinButton token={token} />}
            <Button variant="subtle" onClick={() => void signOutTo(here)}>
              {m.otherAccount}
            </Button>
          </>
        ) : (
          <>
            <NewAccountForm token={token} email={email} />
            <Button component="a" href={`/sign-in?next=${encodeURIComponent(here)}`} variant="subtle">
              {m.haveAccount}
            </Button>
          </>
        )}
      </div>
    </CardPage>
  )
}

function JoinButton({ token }: { token: string }) {
  const t = useMessages()
  const m = usePeopleMessages()
  const mounted = useMounted()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  return (
    <>
      {error !== undefined && <Notice kind="bad">{explain(error, t)}</Notice>}
      <Button
        size="md"
        loading={busy}
        disabled={!mounted}
        onClick={async () => {
          setBusy(true)
          try {
            const { organization } = await acceptInvitation(token)
            window.location.assign(`/orgs/${organization.id}/orders`)
          } catch (failure) {
            setError(failure)
            setBusy(false)
          }
        }}
      >
        {m.join}
      </Button>
    </>
  )
}

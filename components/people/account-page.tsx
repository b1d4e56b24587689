'use client'

import { useQuery } from '@tanstack/react-query'
import { DeskPage } from '@/components/ui/desk-page'
import { Facts } from '@/components/ui/facts'
import { Section } from '@/components/ui/section'
import { Waiting } from '@/components/ui/waiting'
import { meQuery } from '@/lib/client/me'
import { useAccountMessages } from '@/lib/client/messages/areas/account'
import { useMessages } from '@/lib/client/messages/use-messages'
import { NameForm } from './name-form'
import { OwnSessions } from './own-sessions'
import { PasswordForm } from './password-form'
import { PreferenceFields } from './preference-fields'

/** What one sets for oneself. */
export function AccountPage() {
  const t = useMessages()
  const m = useAccountMessages()
  const { data: me } = useQuery(meQuery())
  return (
    <DeskPage title={m.title}>
      {!me ? (
        <Waiting rows={8} />
      ) : (
        <>
          <Section beside title={m.profile} text={m.profileText}>
            <NameForm me={me} />
          </Section>
          <Section beside title={m.look} text={m.lookText}>
            <PreferenceFields />
          </Section>
          <Section beside title={m.password} text={m.passwordText}>
            <PasswordForm email={me.email} />
          </Section>
          <Section beside title={m.roles}>
            {me.organizations.length === 0 ? (
              <p className="od-muted">{m.noRoles}</p>
            ) : (
              <Facts rows={me.organizations.map(({ id, name, role }) => [name, t.roles[role], id])} />
            )}
          </Section>
          <OwnSessions />
        </>
      )}
    </DeskPage>
  )
}

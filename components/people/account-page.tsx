'use client'

import { useQuery } from '@tanstack/react-query'
import { meQuery } from '@/lib/client/me'
import { useAccountMessages } from '@/lib/client/messages/areas/account'
import { useMessages } from '@/lib/client/messages/use-messages'
import css from './desk.module.css'
import { DeskPage, Section, Waiting } from './desk-page'
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
              <p className={css.small}>{m.noRoles}</p>
            ) : (
              <dl className={css.facts}>
                {me.organizations.map(({ id, name, role }) => (
                  <div key={id} style={{ display: 'contents' }}>
                    <dt>{name}</dt>
                    <dd>{t.roles[role]}</dd>
                  </div>
                ))}
              </dl>
            )}
          </Section>
          <OwnSessions />
        </>
      )}
    </DeskPage>
  )
}

'use client'

import { Button } from '@mantine/core'
import { IconKey, IconLink, IconUserCheck, IconUserOff } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { NoPermission } from '@/components/data-table/list-empty'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { ActDialog } from '@/components/ui/act-dialog'
import { DeskPage } from '@/components/ui/desk-page'
import { Facts } from '@/components/ui/facts'
import { explain, Failure, requestIdOf, statusOf } from '@/components/ui/failure'
import layout from '@/components/ui/form.module.css'
import { Notice } from '@/components/ui/notice'
import page from '@/components/ui/page.module.css'
import { Section } from '@/components/ui/section'
import { RelativeTime } from '@/components/ui/time'
import { Waiting } from '@/components/ui/waiting'
import { formatInstant } from '@/lib/client/format'
import { inDialog } from '@/lib/client/in-dialog'
import { usePeopleMessages } from '@/lib/client/messages/areas/people'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { showToast } from '@/lib/client/toasts'
import { makePasswordLink, patchUser, userQuery, usersKey, usersPath } from '@/lib/client/users'
import { LinkDialog } from './link-dialog'
import { SetPasswordDialog } from './set-password-dialog'
import { AccountTags } from './user-columns'
import { UserForm } from './user-form'

/** One account, for system admins. */
export function UserPage({ userId }: { userId: string }) {
  const { locale, messages: t } = useLanguage()
  const m = usePeopleMessages()
  const queryClient = useQueryClient()
  const { me } = useCurrentOrganization()
  const user = useQuery(userQuery(userId))
  const [link, setLink] = useState<{ url: string; expiresAt: string }>()
  const [settingPassword, setSettingPassword] = useState(false)
  const [disabling, setDisabling] = useState(false)
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const refresh = () => queryClient.invalidateQueries({ queryKey: usersKey })
  const tellFailure = (error: unknown) =>
    showToast({ kind: 'failed', title: t.toast.failed, text: explain(error, t), requestId: requestIdOf(error) })
  const makeLink = useMutation({
    mutationFn: () => makePasswordLink(userId),
    onSuccess: setLink,
    onError: tellFailure,
  })
  const setDisabled = async (disabled: boolean, name: string) => {
    await patchUser(userId, { disabled })
    await refresh()
    showToast({
      kind: 'done',
      title: disabled ? m.disabledNow({ name }) : m.enabledNow({ name }),
      // Sessions do not come back, but the account does.
      undo: () => void setDisabled(!disabled, name).catch(tellFailure),
    })
  }

  const account = user.data?.data
  const isMe = account?.id === me?.id
  return (
    <DeskPage
      title={account?.name ?? m.users}
      within={[m.users]}
      back={{ href: usersPath, label: m.back }}
      actions={
        account &&
        (account.disabled ? (
          <Button
            variant="default"
            leftSection={<IconUserCheck size={16} />}
            onClick={() => void setDisabled(false, account.name).catch(tellFailure)}
          >
            {m.enable}
          </Button>
        ) : (
          <Button
            variant="default"
            leftSection={<IconUserOff size={16} />}
            title={isMe ? m.disableSelf : undefined}
            aria-disabled={isMe || undefined}
            data-disabled={isMe || undefined}
            onClick={() => !isMe && setDisabling(true)}
          >
            {m.disable}
          </Button>
        ))
      }
    >
      {!account || !user.data ? (
        statusOf(user.error) === 403 ? (
          <NoPermission />
        ) : user.error ? (
          <Failure title={m.failedUser} error={user.error} onRetry={() => user.refetch()} />
        ) : (
          <Waiting rows={6} />
        )
      ) : (
        <>
          {account.disabled && (
            <div className={page.notices}>
              <Notice kind="warn" title={m.isDisabled}>
                {m.isDisabledText}
              </Notice>
            </div>
          )}
          <Section beside title={m.account} text={<AccountTags account={account} />}>
            <UserForm
              stored={user.data}
              onReload={() => void user.refetch()}
              onSaved={(fresh) => {
                queryClient.setQueryData(userQuery(userId).queryKey, fresh)
                showToast({ kind: 'done', title: m.saved })
                void refresh()
                if (isMe) void queryClient.invalidateQueries({ queryKey: ['me'] })
              }}
            />
          </Section>
          <Section beside title={m.signingIn} text={m.signingInText}>
            <Facts
              rows={[
                [
                  m.lastSeen,
                  account.lastSeenAt ? (
                    <RelativeTime key="seen" iso={account.lastSeenAt} timeZone={timeZone} />
                  ) : (
                    m.never
                  ),
                ],
                [m.created, <RelativeTime key="created" iso={account.createdAt} timeZone={timeZone} />],
              ]}
            />
            <div className={layout.acts}>
              <Button
                variant="default"
                leftSection={<IconLink size={16} />}
                loading={makeLink.isPending}
                onClick={() => makeLink.mutate()}
              >
                {m.passwordLink}
              </Button>
              <Button variant="subtle" leftSection={<IconKey size={16} />} onClick={() => setSettingPassword(true)}>
                {m.setPassword}
              </Button>
            </div>
          </Section>
          <Section beside title={m.organizations}>
            {account.organizations.length === 0 ? (
              <p className="od-muted">{m.noOrganizations}</p>
            ) : (
              <Facts
                rows={account.organizations.map(({ id, name, role }) => [
                  <Link key={id} className="od-link" href={`/orgs/${id}/members`} prefetch={false}>
                    {name}
                  </Link>,
                  t.roles[role],
                  id,
                ])}
              />
            )}
          </Section>
          {link && (
            <LinkDialog
              title={m.passwordLinkDone}
              text={m.passwordLinkOnce({ when: formatInstant(locale, timeZone, link.expiresAt) })}
              url={link.url}
              onClose={() => setLink(undefined)}
            />
          )}
          {settingPassword && <SetPasswordDialog user={account} onClose={() => setSettingPassword(false)} />}
          {disabling && (
            <ActDialog
              title={m.disableTitle({ name: account.name })}
              confirm={m.disable}
              danger
              onClose={() => setDisabling(false)}
              onConfirm={() => inDialog(setDisabled(true, account.name))}
            >
              <p>{m.disableText}</p>
            </ActDialog>
          )}
        </>
      )}
    </DeskPage>
  )
}

'use client'

import { Button, TextInput } from '@mantine/core'
import { IconSearch, IconUserPlus, IconUserSearch } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { NoPermission } from '@/components/data-table/list-empty'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { ActDialog } from '@/components/ui/act-dialog'
import { DeskPage } from '@/components/ui/desk-page'
import { explain, Failure, requestIdOf, statusOf } from '@/components/ui/failure'
import { MessagePage } from '@/components/ui/message-page'
import { Section } from '@/components/ui/section'
import { ShowMore } from '@/components/ui/show-more'
import { Waiting } from '@/components/ui/waiting'
import { inDialog } from '@/lib/client/in-dialog'
import {
  changeRole,
  type Invitation,
  invitationsQuery,
  type Member,
  membersKey,
  membersQuery,
  ownersQuery,
  removeMember,
  revokeInvitation,
} from '@/lib/client/members'
import { usePeopleMessages } from '@/lib/client/messages/areas/people'
import { useMessages } from '@/lib/client/messages/use-messages'
import { showToast } from '@/lib/client/toasts'
import { useGrowing } from '@/lib/client/use-growing'
import type { MemberRole } from '@/lib/resources/member'
import { InvitationTable } from './invitation-table'
import { InviteDialog } from './invite-dialog'
import { MemberTable } from './member-table'
import css from './people.module.css'

/** Who has which role in an organization, and the links by which others get one. */
export function MembersPage({ orgId }: { orgId: string }) {
  const t = useMessages()
  const m = usePeopleMessages()
  const queryClient = useQueryClient()
  const { me, organization, role } = useCurrentOrganization()
  const [search, setSearch] = useState('')
  const words = useDeferredValue(search.trim())
  const members = useGrowing(membersQuery(orgId, words), { placeholderData: keepPreviousData })
  const owners = useQuery(ownersQuery(orgId))
  const invitations = useGrowing(invitationsQuery(orgId))
  const [inviting, setInviting] = useState(false)
  const [removing, setRemoving] = useState<Member>()
  const timeZone = organization?.timeZone ?? 'UTC'
  const mayMakeOwners = me?.isSystemAdmin === true || role === 'owner'

  const refresh = () => queryClient.invalidateQueries({ queryKey: membersKey(orgId) })
  const tellFailure = (error: unknown) =>
    showToast({ kind: 'failed', title: t.toast.failed, text: explain(error, t), requestId: requestIdOf(error) })

  const { mutate: give } = useMutation({
    mutationFn: ({ member, next }: { member: Member; next: MemberRole; from?: MemberRole }) =>
      changeRole(orgId, member.id, next),
    onSuccess: (_, { member, next, from }) =>
      showToast({
        kind: 'done',
        title: m.roleChanged({ name: member.name, role: t.roles[next] ?? next }),
        undo: from && (() => give({ member, next: from })),
      }),
    onError: tellFailure,
    // Changing one's own role changes what one may do here.
    onSettled: (_, __, { member }) =>
      Promise.all([refresh(), member.id === me?.id ? queryClient.invalidateQueries({ queryKey: ['me'] }) : undefined]),
  })
  const { mutate: revoke } = useMutation({
    mutationFn: (invitation: Invitation) => revokeInvitation(orgId, invitation.id),
    onSuccess: () => showToast({ kind: 'done', title: m.revoked }),
    onError: tellFailure,
    onSettled: refresh,
  })

  const isRefused = statusOf(members.error) === 403
  return (
    <DeskPage
      title={m.members}
      within={[organization?.name]}
      actions={
        !isRefused && (
          <Button leftSection={<IconUserPlus size={16} />} onClick={() => setInviting(true)}>
            {m.invite}
          </Button>
        )
      }
    >
      {isRefused ? (
        <NoPermission />
      ) : (
        <>
          <Section
            title={m.members}
            text={m.membersText}
            head={
              <TextInput
                type="search"
                className={css.search}
                aria-label={m.search}
                placeholder={m.searchHint}
                leftSection={<IconSearch size={16} />}
                spellCheck={false}
                autoComplete="off"
                value={search}
                onChange={(event) => setSearch(event.currentTarget.value)}
              />
            }
          >
            {members.error && !members.rows ? (
              <Failure title={m.failedMembers} error={members.error} onRetry={() => members.refetch()} />
            ) : !members.rows ? (
              <Waiting rows={4} />
            ) : members.total === 0 ? (
              <MessagePage icon={<IconUserSearch size={32} stroke={1.5} />} title={m.nobody} text={m.nobodyText} />
            ) : (
              <>
                <MemberTable
                  members={members.rows}
                  timeZone={timeZone}
                  meId={me?.id}
                  mayMakeOwners={mayMakeOwners}
                  owners={owners.data}
                  onRole={(member, next) => give({ member, next, from: member.role })}
                  onRemove={setRemoving}
                />
                <ShowMore list={members} />
              </>
            )}
          </Section>
          <Section title={m.invitations} text={m.invitationsText}>
            {invitations.error && !invitations.rows ? (
              <Failure title={m.failedInvitations} error={invitations.error} onRetry={() => invitations.refetch()} />
            ) : !invitations.rows ? (
              <Waiting rows={2} />
            ) : invitations.total === 0 ? (
              <p className="od-muted">{m.noInvitations}</p>
            ) : (
              <>
                <InvitationTable
                  invitations={invitations.rows}
                  timeZone={timeZone}
                  mayMakeOwners={mayMakeOwners}
                  onRevoke={revoke}
                />
                <ShowMore list={invitations} />
              </>
            )}
          </Section>
        </>
      )}
      {inviting && (
        <InviteDialog
          orgId={orgId}
          timeZone={timeZone}
          mayMakeOwners={mayMakeOwners}
          onClose={() => setInviting(false)}
        />
      )}
      {removing && (
        <ActDialog
          title={m.removeTitle({ name: removing.name })}
          confirm={m.remove}
          danger
          onClose={() => setRemoving(undefined)}
          onConfirm={async () => {
            await inDialog(removeMember(orgId, removing.id))
            showToast({ kind: 'done', title: m.removed({ name: removing.name }) })
            await refresh()
            if (removing.id === me?.id) window.location.assign('/')
          }}
        >
          <p>{m.removeText({ name: removing.name, organization: organization?.name ?? '' })}</p>
          {removing.id === me?.id && <p>{m.removeSelf}</p>}
        </ActDialog>
      )}
    </DeskPage>
  )
}

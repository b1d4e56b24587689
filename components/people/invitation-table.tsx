import { RowAct, SmallTable } from '@/components/ui/small-table'
import { Tag } from '@/components/ui/tag'
import { RelativeTime } from '@/components/ui/time'
import type { Invitation } from '@/lib/client/members'
import { usePeopleMessages } from '@/lib/client/messages/areas/people'
import { useMessages } from '@/lib/client/messages/use-messages'

type Props = {
  invitations: readonly Invitation[]
  timeZone: string
  mayMakeOwners: boolean
  onRevoke: (invitation: Invitation) => void
}

const tones = { open: 'good', accepted: undefined, revoked: 'warn', expired: 'warn' } as const

/** Links that were given out, and what became of them. */
export function InvitationTable({ invitations, timeZone, mayMakeOwners, onRevoke }: Props) {
  const t = useMessages()
  const m = usePeopleMessages()
  const whoOf = ({ email }: Invitation) => email ?? m.anybody
  return (
    <SmallTable
      label={m.invitations}
      rows={invitations}
      isDim={({ state }) => state !== 'open'}
      columns={[
        { title: m.forWhom, cell: whoOf },
        { title: m.role, cell: ({ role }) => t.roles[role] },
        { title: m.state, cell: ({ state }) => <Tag tone={tones[state]}>{m.states[state]}</Tag> },
        { title: m.invitedBy, cell: ({ invitedBy }) => invitedBy },
        { title: m.expires, dim: true, cell: ({ expiresAt }) => <RelativeTime iso={expiresAt} timeZone={timeZone} /> },
      ]}
      actsTitle={m.actions}
      acts={(invitation) =>
        invitation.state === 'open' && (
          <RowAct
            danger
            label={m.revokeFor({ who: whoOf(invitation) })}
            blocked={invitation.role === 'owner' && !mayMakeOwners ? m.ownersOnly : undefined}
            onClick={() => onRevoke(invitation)}
          >
            {m.revoke}
          </RowAct>
        )
      }
    />
  )
}

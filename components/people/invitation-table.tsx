import { Button } from '@mantine/core'
import { RelativeTime } from '@/components/ui/time'
import type { Invitation } from '@/lib/client/members'
import { usePeopleMessages } from '@/lib/client/messages/areas/people'
import { useMessages } from '@/lib/client/messages/use-messages'
import css from './desk.module.css'

type Props = {
  invitations: readonly Invitation[]
  timeZone: string
  mayMakeOwners: boolean
  onRevoke: (invitation: Invitation) => void
}

const tones: Record<string, string | undefined> = {
  open: 'good',
  accepted: undefined,
  revoked: 'warn',
  expired: 'warn',
}

/** Links that were given out, and what became of them. */
export function InvitationTable({ invitations, timeZone, mayMakeOwners, onRevoke }: Props) {
  const t = useMessages()
  const m = usePeopleMessages()
  return (
    <table className={css.table} aria-label={m.invitations}>
      <thead>
        <tr>
          <th scope="col">{m.forWhom}</th>
          <th scope="col">{m.role}</th>
          <th scope="col">{m.state}</th>
          <th scope="col">{m.invitedBy}</th>
          <th scope="col">{m.expires}</th>
          <th scope="col">
            <span className="od-hidden">{m.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {invitations.map((invitation) => {
          const who = invitation.email ?? m.anybody
          const blocked = invitation.role === 'owner' && !mayMakeOwners ? m.ownersOnly : undefined
          return (
            <tr key={invitation.id} data-dim={invitation.state === 'open' ? undefined : ''}>
              <td>
                <span className={css.who}>{who}</span>
              </td>
              <td data-label={m.role}>{t.roles[invitation.role]}</td>
              <td data-label={m.state}>
                <span className={css.tag} data-tone={tones[invitation.state]}>
                  {m.states[invitation.state]}
                </span>
              </td>
              <td data-label={m.invitedBy}>{invitation.invitedBy}</td>
              <td data-label={m.expires} className={css.dim}>
                <RelativeTime iso={invitation.expiresAt} timeZone={timeZone} />
              </td>
              <td>
                {invitation.state === 'open' && (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color={blocked ? 'gray' : 'red'}
                    aria-label={m.revokeFor({ who })}
                    title={blocked}
                    data-disabled={blocked ? true : undefined}
                    aria-disabled={blocked ? true : undefined}
                    onClick={(event) => (blocked ? event.preventDefault() : onRevoke(invitation))}
                  >
                    {m.revoke}
                  </Button>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

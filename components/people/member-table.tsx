import { Button, NativeSelect } from '@mantine/core'
import { RelativeTime } from '@/components/ui/time'
import type { Member } from '@/lib/client/members'
import { usePeopleMessages } from '@/lib/client/messages/areas/people'
import { useMessages } from '@/lib/client/messages/use-messages'
import { type MemberRole, memberRoles } from '@/lib/resources/member'
import css from './desk.module.css'

type Props = {
  members: readonly Member[]
  timeZone: string
  /** The reader, who is among them or not. */
  meId: string | undefined
  mayMakeOwners: boolean
  /** How many owners can sign in; undefined until it is known. */
  owners: number | undefined
  onRole: (member: Member, role: MemberRole) => void
  onRemove: (member: Member) => void
}

/** Who has which role. What may not be done here says why. */
export function MemberTable({ members, timeZone, meId, mayMakeOwners, owners, onRole, onRemove }: Props) {
  const t = useMessages()
  const m = usePeopleMessages()
  const blockedFor = (member: Member) => {
    if (member.role !== 'owner') return undefined
    if (!mayMakeOwners) return m.ownersOnly
    return owners !== undefined && owners <= 1 && !member.disabled ? m.lastOwner : undefined
  }
  return (
    <table className={css.table} aria-label={m.members}>
      <thead>
        <tr>
          <th scope="col">{m.name}</th>
          <th scope="col">{m.role}</th>
          <th scope="col">{m.lastSeen}</th>
          <th scope="col">{m.since}</th>
          <th scope="col">
            <span className="od-hidden">{m.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => {
          const blocked = blockedFor(member)
          const reasonId = `why-${member.id}`
          return (
            <tr key={member.id} data-member={member.email}>
              <td>
                <span className={css.who}>
                  <span className={css.name}>{member.name}</span>
                  {member.id === meId && <span className={css.tag}>{m.you}</span>}
                  {member.disabled && (
                    <span className={css.tag} data-tone="bad">
                      {m.disabled}
                    </span>
                  )}
                  <span className={css.mail}>{member.email}</span>
                </span>
              </td>
              <td data-label={m.role} title={blocked}>
                <NativeSelect
                  className={css.role}
                  aria-label={m.roleOf({ name: member.name })}
                  aria-describedby={blocked && reasonId}
                  disabled={blocked !== undefined}
                  value={member.role}
                  onChange={(event) => onRole(member, event.currentTarget.value as MemberRole)}
                  data={memberRoles.map((role) => ({
                    value: role,
                    label: t.roles[role] ?? role,
                    disabled: role === 'owner' && !mayMakeOwners,
                  }))}
                />
              </td>
              <td data-label={m.lastSeen} className={css.dim}>
                {member.lastSeenAt ? <RelativeTime iso={member.lastSeenAt} timeZone={timeZone} /> : m.never}
              </td>
              <td data-label={m.since} className={css.dim}>
                <RelativeTime iso={member.createdAt} timeZone={timeZone} />
              </td>
              <td>
                {blocked && (
                  <span id={reasonId} className="od-hidden">
                    {blocked}
                  </span>
                )}
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color={blocked ? 'gray' : 'red'}
                  aria-label={m.removeName({ name: member.name })}
                  aria-describedby={blocked && reasonId}
                  title={blocked}
                  data-disabled={blocked ? true : undefined}
                  aria-disabled={blocked ? true : undefined}
                  onClick={(event) => (blocked ? event.preventDefault() : onRemove(member))}
                >
                  {m.remove}
                </Button>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

import { NativeSelect } from '@mantine/core'
import { RowAct, SmallTable, Subject } from '@/components/ui/small-table'
import { Tag } from '@/components/ui/tag'
import { RelativeTime } from '@/components/ui/time'
import type { Member } from '@/lib/client/members'
import { usePeopleMessages } from '@/lib/client/messages/areas/people'
import { useMessages } from '@/lib/client/messages/use-messages'
import { type MemberRole, memberRoles } from '@/lib/resources/member'
import css from './people.module.css'

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
  const time = (iso: string | null) => (iso ? <RelativeTime iso={iso} timeZone={timeZone} /> : m.never)
  return (
    <SmallTable
      label={m.members}
      rows={members}
      columns={[
        {
          title: m.name,
          cell: ({ id, name, email, disabled }) => (
            <Subject name={name} detail={email}>
              {id === meId && <Tag>{m.you}</Tag>}
              {disabled && <Tag tone="bad">{m.disabled}</Tag>}
            </Subject>
          ),
        },
        {
          title: m.role,
          hint: blockedFor,
          cell: (member) => {
            const blocked = blockedFor(member)
            const reasonId = `why-${member.id}`
            return (
              <>
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
                {blocked && (
                  <span id={reasonId} className="od-hidden">
                    {blocked}
                  </span>
                )}
              </>
            )
          },
        },
        { title: m.lastSeen, dim: true, cell: ({ lastSeenAt }) => time(lastSeenAt) },
        { title: m.since, dim: true, cell: ({ createdAt }) => time(createdAt) },
      ]}
      actsTitle={m.actions}
      acts={(member) => (
        <RowAct
          danger
          label={m.removeName({ name: member.name })}
          blocked={blockedFor(member)}
          onClick={() => onRemove(member)}
        >
          {m.remove}
        </RowAct>
      )}
    />
  )
}

import { Radio } from '@mantine/core'
import { usePeopleMessages } from '@/lib/client/messages/areas/people'
import { useMessages } from '@/lib/client/messages/use-messages'
import { type MemberRole, memberRoles } from '@/lib/resources/member'
import css from './desk.module.css'

type Props = { value: MemberRole; mayMakeOwners: boolean; onChange: (role: MemberRole) => void }

/** The roles with what each may do; what the reader may not give says why. */
export function RoleChoice({ value, mayMakeOwners, onChange }: Props) {
  const t = useMessages()
  const m = usePeopleMessages()
  return (
    <Radio.Group label={m.role} value={value} onChange={(next) => onChange(next as MemberRole)}>
      <div className={css.choices}>
        {memberRoles.map((role) => {
          const isBlocked = role === 'owner' && !mayMakeOwners
          return (
            <Radio
              key={role}
              value={role}
              label={t.roles[role]}
              description={isBlocked ? m.ownersOnly : m.roleHints[role]}
              disabled={isBlocked}
              data-autofocus={role === value || undefined}
            />
          )
        })}
      </div>
    </Radio.Group>
  )
}

import { Radio } from '@mantine/core'
import layout from '@/components/ui/form.module.css'
import { usePeopleMessages } from '@/lib/client/messages/areas/people'
import { useMessages } from '@/lib/client/messages/use-messages'
import { type MemberRole, memberRoles } from '@/lib/resources/member'

type Props = { value: MemberRole; mayMakeOwners: boolean; onChange: (role: MemberRole) => void }

/** The roles with what each may do; what the reader may not give says why. */
export function RoleChoice({ value, mayMakeOwners, onChange }: Props) {
  const t = useMessages()
  const m = usePeopleMessages()
  return (
    <Radio.Group label={m.role} value={value} onChange={(next) => onChange(next as MemberRole)}>
      <div className={layout.choices}>
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

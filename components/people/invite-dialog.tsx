import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormDialog } from '@/components/ui/form-dialog'
import { formatInstant } from '@/lib/client/format'
import { invite, membersKey } from '@/lib/client/members'
import { usePeopleMessages } from '@/lib/client/messages/areas/people'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { MemberRole } from '@/lib/resources/member'
import { MadeLink } from './made-link'
import { RoleChoice } from './role-choice'

type Props = { orgId: string; timeZone: string; mayMakeOwners: boolean; onClose: () => void }

/** Asks for a role and perhaps an address, then shows the link, this once. */
export function InviteDialog({ orgId, timeZone, mayMakeOwners, onClose }: Props) {
  const { locale } = useLanguage()
  const m = usePeopleMessages()
  const queryClient = useQueryClient()
  const [role, setRole] = useState<MemberRole>('member')
  const [email, setEmail] = useState('')
  const [made, setMade] = useState<{ url: string; expiresAt: string }>()
  return (
    <FormDialog
      title={made ? m.inviteDone : m.inviteTitle}
      confirm={m.inviteVerb}
      fields={['email']}
      onClose={onClose}
      onSubmit={async () => {
        setMade(await invite(orgId, { role, ...(email.trim() && { email: email.trim() }) }))
        void queryClient.invalidateQueries({ queryKey: membersKey(orgId) })
      }}
      done={
        made && (
          <MadeLink
            text={m.inviteOnce({ when: formatInstant(locale, timeZone, made.expiresAt) })}
            url={made.url}
            onClose={onClose}
          />
        )
      }
    >
      {(errors) => (
        <>
          <RoleChoice value={role} mayMakeOwners={mayMakeOwners} onChange={setRole} />
          <TextInput
            type="email"
            name="email"
            label={m.emailOptional}
            description={m.emailHint}
            autoComplete="off"
            spellCheck={false}
            error={errors.email}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
        </>
      )}
    </FormDialog>
  )
}

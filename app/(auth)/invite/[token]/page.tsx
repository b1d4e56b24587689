import { GET as readInvitation } from '@/app/api/invitations/[token]/route'
import { GET as readMe } from '@/app/api/me/route'
import { readApi } from '@/app/read-api'
import { InvitePage } from '@/components/people/invite-page'
import type { Me } from '@/lib/client/me'
import type { OfferedInvitation } from '@/lib/client/members'

type Props = { params: Promise<{ token: string }> }

export default async function Page({ params }: Props) {
  const { token } = await params
  const [offered, me] = await Promise.all([
    readApi(readInvitation, `/invitations/${encodeURIComponent(token)}`),
    readApi(readMe, '/me'),
  ])
  const person = me.data as Me | undefined
  return (
    <InvitePage
      token={token}
      offered={(offered.data as OfferedInvitation | undefined) ?? null}
      me={person ? { name: person.name, email: person.email } : null}
    />
  )
}

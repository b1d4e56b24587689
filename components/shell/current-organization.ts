'use client'

import { useQuery } from '@tanstack/react-query'
import { useParams } from 'next/navigation'
import { meQuery, type Organization, organizationsQuery } from '@/lib/client/me'

const none: Organization[] = []

/** Which organization the page is about, and what the reader is in it. */
export function useCurrentOrganization() {
  const params = useParams<{ orgId?: string }>()
  const { data: me } = useQuery(meQuery())
  const { data: all } = useQuery({ ...organizationsQuery(), enabled: me?.isSystemAdmin === true })
  const organizations: Organization[] = (me?.isSystemAdmin ? all?.value : me?.organizations) ?? none
  const orgId = params.orgId ?? organizations[0]?.id
  const role = me?.organizations.find(({ id }) => id === orgId)?.role
  return {
    me,
    orgId,
    organizations,
    organization: organizations.find(({ id }) => id === orgId),
    role,
    /** Whether there is a desk at all; customers have only their own orders. */
    hasOrganizations: me === undefined || me.isSystemAdmin || me.organizations.length > 0,
    /** The documents' "system admin, or owner or admin of the organization"; undefined until it is known. */
    mayManage: me && (me.isSystemAdmin || role === 'owner' || role === 'admin'),
  }
}

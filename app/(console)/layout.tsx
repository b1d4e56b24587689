import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { GET as readMe } from '@/app/api/me/route'
import { GET as readOrganizations } from '@/app/api/orgs/route'
import { readApi } from '@/app/read-api'
import { LeaveForSignIn } from '@/components/auth/leave-for-sign-in'
import { Shell } from '@/components/shell/shell'
import type { ListAnswer } from '@/lib/client/api'
import { type Me, meQuery, type Organization, organizationsQuery } from '@/lib/client/me'

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const me = await readApi(readMe, '/me')
  if (me.status === 401) return <LeaveForSignIn />
  const queryClient = new QueryClient()
  const person = me.data as Me | undefined
  if (person) queryClient.setQueryData(meQuery().queryKey, person)
  if (person?.isSystemAdmin) {
    const all = await readApi(readOrganizations, '/orgs?$top=100&$orderBy=name')
    if (all.data) queryClient.setQueryData(organizationsQuery().queryKey, all.data as ListAnswer<Organization>)
  }
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <Shell>{children}</Shell>
    </HydrationBoundary>
  )
}

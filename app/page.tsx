import { redirect } from 'next/navigation'
import { GET as readMe } from '@/app/api/me/route'
import { GET as readOrganizations } from '@/app/api/orgs/route'
import type { ListAnswer } from '@/lib/client/api'
import type { Me, Organization } from '@/lib/client/me'
import { readApi } from './read-api'

/** The start: the reader's own desk, or the sign-in page. */
export default async function Page() {
  const me = (await readApi(readMe, '/me')).data as Me | undefined
  if (!me) redirect('/sign-in')
  const all = me.isSystemAdmin ? await readApi(readOrganizations, '/orgs?$top=1&$orderBy=name') : undefined
  const desk = me.organizations[0] ?? (all?.data as ListAnswer<Organization> | undefined)?.value[0]
  redirect(desk ? `/orgs/${desk.id}/orders` : '/my/orders')
}

import { MembersPage } from '@/components/people/members-page'

type Props = { params: Promise<{ orgId: string }> }

export default async function Page({ params }: Props) {
  const { orgId } = await params
  return <MembersPage key={orgId} orgId={orgId} />
}

import { SettingsPage } from '@/components/organizations/settings-page'

type Props = { params: Promise<{ orgId: string }> }

export default async function Page({ params }: Props) {
  const { orgId } = await params
  return <SettingsPage key={orgId} orgId={orgId} />
}

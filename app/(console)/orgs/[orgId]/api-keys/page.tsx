import { ApiKeysPage } from '@/components/api-keys/api-keys-page'

type Props = { params: Promise<{ orgId: string }> }

export default async function Page({ params }: Props) {
  const { orgId } = await params
  return <ApiKeysPage key={orgId} orgId={orgId} />
}

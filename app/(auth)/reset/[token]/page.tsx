import { GET as readReset } from '@/app/api/password-resets/[token]/route'
import { readApi } from '@/app/read-api'
import { ResetPage } from '@/components/people/reset-page'

type Props = { params: Promise<{ token: string }> }

export default async function Page({ params }: Props) {
  const { token } = await params
  const { data } = await readApi(readReset, `/password-resets/${encodeURIComponent(token)}`)
  return <ResetPage token={token} account={(data as { name: string; email: string } | undefined) ?? null} />
}

import { UserPage } from '@/components/people/user-page'

type Props = { params: Promise<{ userId: string }> }

export default async function Page({ params }: Props) {
  const { userId } = await params
  return <UserPage key={userId} userId={userId} />
}

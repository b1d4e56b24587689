import { UsersPage } from '@/components/people/users-page'

export default function Page() {
  return <UsersPage />
}

import { RailPage } from '@/components/rail/rail-page'

export default function Page() {
  return <RailPage />
}

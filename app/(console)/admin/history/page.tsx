import { HistoryPage } from '@/components/history/history-page'

export default function Page() {
  return <HistoryPage />
}

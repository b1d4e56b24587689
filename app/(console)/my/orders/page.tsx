import { MyOrdersPage } from '@/components/orders/my-orders-page'

export default function Page() {
  return <MyOrdersPage />
}

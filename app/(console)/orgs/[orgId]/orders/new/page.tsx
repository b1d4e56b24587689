import { NewOrderPage } from '@/components/orders/new-order/new-order-page'

export default async function Page({ params }: { params: Promise<{ orgId: string }> }) {
  const { orgId } = await params
  return <NewOrderPage key={orgId} orgId={orgId} />
}

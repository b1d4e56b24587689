import { MyOrderPage } from '@/components/orders/my-order-page'

type Props = { params: Promise<{ orderId: string }> }

export default async function Page({ params }: Props) {
  const { orderId } = await params
  return <MyOrderPage key={orderId} orderId={orderId} />
}

import type { Order } from './order'

/** What `$search` finds an order by (decision 41): number, name, kana, e-mail, phone digits, SKU, product name. */
export function searchText(
  order: Pick<Order, 'number' | 'customerName' | 'customerNameKana' | 'customerEmail' | 'customerPhone'>,
  lines: readonly { sku: string; productName: string }[],
): string[] {
  return [
    String(order.number),
    order.customerName,
    order.customerNameKana,
    order.customerEmail,
    order.customerPhone,
    order.customerPhone.replace(/\D/g, ''),
    ...new Set(lines.flatMap((line) => [line.sku, line.productName])),
  ]
}

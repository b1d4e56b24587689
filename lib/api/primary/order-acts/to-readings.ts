import { storeWords } from '@/lib/api/admin-v2/status'
import { tenantWords } from '@/lib/api/tenant/status'
import { genericWords } from '@/lib/api/v1/status'
import type { Order } from '@/lib/orders/order'
import { wordOf } from '@/lib/orders/projection'
import { publicNumber } from '@/lib/orders/public-number'
import type { Organization } from '@/lib/organizations/organization'

/** How an order reads on each surface, with a command that reads it there. `base` is where the API begins. */
export function toReadings(order: Order, organization: Organization, base: string) {
  const reading = (
    surface: 'nodeblocks' | 'generic' | 'aifi' | 'emporix',
    name: string,
    id: string,
    status: string,
    path: string,
  ) => ({
    surface,
    name,
    id,
    status,
    url: `${base}${path}`,
    call: `curl -H "Authorization: Bearer $TOKEN" "${base}${path}"`,
  })
  const [ord, eon] = [publicNumber('ORD', order), publicNumber('EON', order)]
  const value = [
    reading('nodeblocks', 'Nodeblocks', order.id, order.status, `/orgs/${organization.id}/orders/${order.id}`),
    reading('generic', 'Orders REST API', ord, wordOf(genericWords, order), `/v1/orders/${ord}`),
    reading('aifi', 'AiFi', String(order.number), wordOf(storeWords, order), `/admin/v2/orders/${order.number}`),
    reading('emporix', 'Emporix', eon, wordOf(tenantWords, order), `/order-v2/${organization.slug}/orders/${eon}`),
  ]
  return { total: value.length, count: value.length, value }
}

import { Agent } from 'node:http'
import { load, once } from './load.mjs'
import { row } from './report.mjs'

/** Order creation and a bulk run. They change the database, so give them one of their own. */
export async function measureWrites({ subject, seconds }) {
  const { orders, headers, pid, one, list } = subject
  const [line] = one.lineItems
  const body = JSON.stringify({
    items: [{ productId: line.product, variantId: line.variant, quantity: 1 }],
    customer: {
      name: 'ベンチ',
      nameKana: 'ベンチ',
      addressLine1: '東京都',
      phone: '03-1234-5678',
      email: 'bench@example.com',
    },
  })
  const json = { ...headers, 'content-type': 'application/json' }
  const creation = { url: orders, method: 'POST', headers: json, body }
  const create = (length) => load({ pids: [pid], connections: 32, seconds: length, make: () => creation, expect: 201 })
  await create(2)
  const made = await create(seconds * 2)
  row('order creation, durable, 32 connections', made.perSecond, { unit: '/s', atLeast: 1000 })
  row('the same: 99 % within', made.p99, { unit: 'ms', atMost: 100 })
  row('the same: CPU', made.cpuMs, { unit: 'ms' })

  const ids = []
  while (ids.length < 1000) {
    const query = { $filter: "status eq 'PENDING'", $orderBy: 'createdAt desc', $top: '100', $skip: String(ids.length) }
    const { value } = JSON.parse((await once(new Agent(), list(query), { headers })).body)
    if (value.length === 0) break
    ids.push(...value.map(({ id }) => id))
  }
  const bulk = await once(new Agent(), `${orders}:bulkTransition`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ status: 'ACCEPTED', ids }),
  })
  if (bulk.status !== 200) throw new Error(`The bulk run answered ${bulk.status}: ${bulk.body}`)
  const goal = ids.length === 1000 ? { atMost: 1000 } : {}
  row(`bulk transition of ${ids.length.toLocaleString('en')} orders`, bulk.ms, { unit: 'ms', ...goal })
}

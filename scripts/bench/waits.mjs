import { Agent } from 'node:http'
import { once } from './load.mjs'
import { row } from './report.mjs'

/** Queries that no index answers, or of which an index gives almost everything. */
const heavy = [
  [
    'text in two columns, sorted by a third',
    { $filter: "customer.addressLine1 co 'zz' or customer.phone co '999'", $orderBy: 'customer.email' },
  ],
  [
    'a condition on the lines and the complement of one',
    { $filter: 'lineItems.price.amount gt 1 and not lineItems.quantity ge 100', $orderBy: 'customer.phone desc' },
  ],
  ['every total', { $filter: 'totalPrice gt 1', $orderBy: 'createdAt desc' }],
  ['a status and a total', { $filter: "status eq 'CLOSED' and totalPrice gt 1000" }],
  ['the complement of a text in the lines', { $filter: "not lineItems.productName co '包丁'" }],
  ['a custom field', { $filter: 'customFields.gift eq true' }],
  ['a search for one letter', { $search: 'a' }],
  [
    'lines by product',
    { $apply: 'groupby((lineItems.product), aggregate($count as count, lineItems.quantity with sum as sum))' },
  ],
  [
    'the best customers',
    { $apply: 'groupby((customer.email), aggregate(totalPrice with sum as sum)) then orderby(sum desc) then top(10)' },
  ],
  ['a page far behind', { $orderBy: 'createdAt desc', $skip: '400000' }],
]

/** The slowest of the expensive queries, and how long another request waits while they run, one after the other. */
export async function measureWaits({ subject }, size) {
  const { list, headers, orders, one } = subject
  const quick = `${orders}/${one.id}`
  const slowest = { ms: 0, name: '' }
  const longest = { ms: 0, name: '' }
  const refused = []
  for (const [name, query] of heavy) {
    let running = true
    const asked = once(new Agent(), list(query), { headers }).finally(() => {
      running = false
    })
    const agent = new Agent({ keepAlive: true })
    while (running) {
      const { ms } = await once(agent, quick, { headers })
      if (ms > longest.ms) Object.assign(longest, { ms, name })
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    agent.destroy()
    const { ms, status, body } = await asked
    if (status !== 200 && status !== 503) throw new Error(`${name} answered ${status}: ${body}`)
    if (status === 503) refused.push(name)
    if (ms > slowest.ms) Object.assign(slowest, { ms, name })
  }
  const atMost = size === 1_000_000 ? { atMost: 1000 } : {}
  row(`the slowest of ${heavy.length} expensive queries, answered or refused`, slowest.ms, {
    unit: 'ms',
    ...atMost,
    note: slowest.name,
  })
  row('  of them refused because they took too long', refused.length, { note: refused.join('; ') })
  row('longest wait of another request meanwhile', longest.ms, {
    unit: 'ms',
    ...(size === 1_000_000 ? { atMost: 50 } : {}),
    note: longest.name,
  })
}

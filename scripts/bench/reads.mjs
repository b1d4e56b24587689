import { Agent } from 'node:http'
import { load, once } from './load.mjs'
import { median, row } from './report.mjs'
import { newest, orderList } from './subject.mjs'

const connections = 32
const pairs = 3

/** CPU of a request and requests per second, beside the floor with the same bytes: medians of three pairs. */
export async function besideFloor({ floor, subject, seconds }, name, url, { headers = {}, expect = 200 } = {}) {
  const sent = { url, headers: { ...subject.headers, ...headers } }
  let first = await once(new Agent(), url, sent)
  // The first reads of a large file come from the disk and may be refused for it; what is measured comes from memory.
  for (let tries = 1; tries < 5 && first.status === 503; tries++) first = await once(new Agent(), url, sent)
  if (first.status !== expect) throw new Error(`${url}: ${first.status} ${first.body}`)
  const bare = { url: floor.serves(name, first.body), headers: subject.headers }
  const ours = (length = seconds) =>
    load({ pids: [subject.pid], connections, seconds: length, make: () => sent, expect })
  const theirs = (length = seconds) =>
    load({ pids: [floor.server.pid], connections, seconds: length, make: () => bare })
  await ours(2)
  await theirs(2)
  const measured = []
  for (let i = 0; i < pairs; i++) measured.push([await theirs(), await ours()])
  return {
    cpu: median(measured.map(([a, b]) => b.cpuMs / a.cpuMs)),
    rate: median(measured.map(([a, b]) => b.perSecond / a.perSecond)),
    cpuMs: median(measured.map(([, b]) => b.cpuMs)),
  }
}

/** The reads of orders. Resolves with the CPU of the list, in ms. */
export async function measureOrderReads(bench, { size, isChosen }) {
  const { subject } = bench
  const { list, orders, one } = subject
  const at = (name, url, options) => besideFloor(bench, `${size}-${name}`, url, options)
  let listCpuMs

  if (isChosen('list')) {
    const result = await at('list', list(orderList))
    listCpuMs = result.cpuMs
    row('order list, 50 rows, filter, sort, exact total: CPU ÷ floor', result.cpu, { atMost: 1.5 })
    row('the same: requests per second ÷ floor, 32 connections', result.rate, { atLeast: 0.7 })
  }
  if (isChosen('one')) {
    const url = `${orders}/${one.id}`
    row('single order read: CPU ÷ floor', (await at('one', url)).cpu, { atMost: 1.3 })
    const { etag } = (await once(new Agent(), url, subject)).headers
    const tagged = await at('tagged', url, { headers: { 'if-none-match': etag }, expect: 304 })
    row('the same with its ETag, 304: CPU ÷ floor', tagged.cpu, { atMost: 1.15 })
  }
  for (const [name, title, query] of [
    ['sku', 'orders with an SKU', { ...newest, $filter: `lineItems.sku eq '${one.lineItems[0].sku}'` }],
    ['quantity', 'orders with 50 pieces of something', { ...newest, $filter: 'lineItems.quantity ge 50' }],
    ['search', '$search, first page', { $search: '山田', $top: '50' }],
    ['apply', '$apply: orders and revenue by status', { $apply: 'groupby((status), aggregate($count as count))' }],
  ]) {
    if (!isChosen(name)) continue
    try {
      row(`${title}: CPU ÷ floor`, (await at(name, list(query))).cpu)
    } catch (error) {
      // Nobody promised that 32 of these at once are all answered in time.
      if (!/\b503\b/.test(error.message)) throw error
      console.log(`  ${title}: refused, alone or as one of 32 at once, because it took too long`)
    }
  }
  return listCpuMs
}

/** A page far behind beside the first, reached as a client reaches it: by the token of the page before. */
export async function measureCursor({ subject, seconds }) {
  const { list, headers, pid, base, total } = subject
  const page = Math.min(2000, Math.floor((total * 0.9) / 50))
  const before = await once(new Agent(), list({ ...newest, $skip: String((page - 2) * 50) }), { headers })
  const deep = JSON.parse(before.body)['@nextLink'].replace(/^http:\/\/[^/]+\/api/, base)
  const cpuOf = async (url) =>
    (await load({ pids: [pid], connections: 4, seconds, make: () => ({ url, headers }) })).cpuMs
  // The second page is asked for its neighbours as every page but the first is; it is what the last can be compared to.
  const first = JSON.parse((await once(new Agent(), list(newest), { headers })).body)
  const near = first['@nextLink'].replace(/^http:\/\/[^/]+\/api/, base)
  await cpuOf(deep)
  const ratios = []
  for (let i = 0; i < pairs; i++) ratios.push([await cpuOf(list(newest)), await cpuOf(near), await cpuOf(deep)])
  const goal = page === 2000 ? { atMost: 1.1 } : {}
  row(`cursor page ${page.toLocaleString('en')} ÷ page 1: CPU`, median(ratios.map(([a, , c]) => c / a)), goal)
  row(`cursor page ${page.toLocaleString('en')} ÷ page 2: CPU`, median(ratios.map(([, b, c]) => c / b)))
}

/** The catalog's goals, at 1,000 categories and 100,000 products. */
export async function measureCatalog(bench, isChosen) {
  const { base } = bench.subject
  if (isChosen('products')) {
    const url = `${base}/products?${new URLSearchParams({ $search: '包丁', $top: '20' })}`
    row('product search, first page: CPU ÷ floor', (await besideFloor(bench, 'products', url)).cpu, { atMost: 1.8 })
  }
  if (isChosen('tree')) {
    const url = `${base}/categories-tree`
    row('category tree with counts: CPU ÷ floor', (await besideFloor(bench, 'tree', url)).cpu, { atMost: 1.5 })
  }
}

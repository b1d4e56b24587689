// `npm run bench -- [--sizes 10000,100000,1000000] [--seconds 4]`: what a request costs, as ratios inside one run.
// Each case is measured in turn with a bare Next.js route handler that answers the same bytes, three times; the ratio
// shown is the median. Databases are made once and kept in data/bench.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { freePort } from '../lib/address.mjs'
import { build, isBuilt } from '../lib/build.mjs'
import { command, fail, node, root, start, stop, stopOnSignal } from '../lib/project.mjs'
import { serve } from '../lib/serve.mjs'
import { runQuietly, step } from '../lib/steps.mjs'
import { load, once, residentMb } from './load.mjs'

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000' },
    seconds: { type: 'string', default: '4' },
    only: { type: 'string' },
  },
})
const sizes = options.sizes.split(',').map(Number)
const seconds = Number(options.seconds)
const folder = join(root, 'data', 'bench')
const bodies = mkdtempSync(join(tmpdir(), 'orderdesk-bench-'))
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
const print = (name, value, goal = '') => console.log(`  ${name.padEnd(66)} ${String(value).padStart(10)}   ${goal}`)

const databaseOf = (size) => `file:${join(folder, `${size}.db`)}`

async function makeDatabase(size) {
  const env = { DATABASE_URL: databaseOf(size), ATTACHMENTS_URL: `file:${join(folder, 'attachments')}` }
  if (existsSync(join(folder, `${size}.done`))) return
  const products = String(Math.min(100_000, Math.max(240, size / 10)))
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, `${size}.db${suffix}`), { force: true })
  await runQuietly([command('tsx'), 'scripts/migrate.ts'], { env })
  await runQuietly([command('tsx'), 'scripts/seed.ts', '--orders', String(size), '--products', products], { env })
  writeFileSync(join(folder, `${size}.done`), '')
}

function tokenFor(size) {
  const args = [command('tsx'), join(root, 'scripts', 'token.ts'), '--email', 'owner@acme.example', '--name', 'bench']
  const env = { ...process.env, DATABASE_URL: databaseOf(size) }
  return execFileSync(node, args, { cwd: root, env, encoding: 'utf8' }).trim().split('\n').at(-1)
}

async function startFloor() {
  const app = join(root, 'scripts', 'bench', 'floor')
  const next = command('next')
  await runQuietly([next, 'build'], { cwd: app, env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } })
  const port = await freePort()
  const server = start([next, 'start', '--port', String(port)], {
    cwd: app,
    stdio: 'ignore',
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', FLOOR_BODIES: bodies },
  })
  writeFileSync(join(bodies, 'ready'), '{}')
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/floor?name=ready`).catch(() => undefined)
    if (answer?.ok) return { server, url: (name) => `http://127.0.0.1:${port}/api/floor?name=${name}` }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The floor did not start.')
}

const serverOf = async (size, extra = {}) => {
  const port = await freePort()
  const env = {
    DATABASE_URL: databaseOf(size),
    RATE_LIMIT: 'off',
    LOG_LEVEL: 'warn',
    AUTH_SECRET: 'only-for-this-benchmark',
    ...extra,
  }
  return { server: await serve(port, env), base: `http://127.0.0.1:${port}/api` }
}

/** Ratios of one case to the floor: CPU per request and requests per second, medians of three pairs. */
async function againstFloor(floor, app, name, url, headers) {
  const first = await once(new Agent(), url, { headers })
  if (first.status !== 200) throw new Error(`${url}: ${first.status} ${first.body}`)
  writeFileSync(join(bodies, name), first.body)
  const run = (pids, make) => load({ pids, connections: 32, seconds, make })
  const ours = () => run([app.server.pid], () => ({ url, headers }))
  const bare = () => run([floor.server.pid], () => ({ url: floor.url(name), headers }))
  await load({ pids: [app.server.pid], connections: 8, seconds: 2, make: () => ({ url, headers }) })
  await load({ pids: [floor.server.pid], connections: 8, seconds: 2, make: () => ({ url: floor.url(name), headers }) })
  const pairs = []
  for (let i = 0; i < 3; i++) pairs.push([await bare(), await ours()])
  return {
    cpu: median(pairs.map(([a, b]) => b.cpuMs / a.cpuMs)),
    rate: median(pairs.map(([a, b]) => b.perSecond / a.perSecond)),
    cpuMs: median(pairs.map(([, b]) => b.cpuMs)),
  }
}

async function measure(size, floor, earlier) {
  const app = await serverOf(size)
  const token = tokenFor(size)
  const headers = { authorization: `Bearer ${token}` }
  const get = async (path) => JSON.parse((await once(new Agent(), app.base + path, { headers })).body)
  const org = (await get('/orgs')).value.find(({ slug }) => slug === 'acme').id
  const orders = `/orgs/${org}/orders`
  const list = (query) => `${app.base}${orders}?${new URLSearchParams(query)}`
  const newest = { $orderBy: 'createdAt desc', $top: '50' }
  const one = (await get(`${orders}?$top=1`)).value[0]
  const tree = `${app.base}/categories-tree`

  console.log(`\n${size.toLocaleString('en')} orders`)
  const results = {}
  const cases = [
    [
      'order list, 50 rows, filter, sort, exact total',
      'list',
      list({ ...newest, $filter: "status eq 'CLOSED'" }),
      '≤ 1.5 CPU, ≥ 0.7 req/s',
    ],
    ['single order read', 'one', `${app.base}${orders}/${one.id}`, '≤ 1.3 CPU'],
    ['list-path filter by SKU', 'sku', list({ ...newest, $filter: `items.sku eq '${one.lineItems[0].sku}'` })],
    ['list-path filter by quantity, many matches', 'quantity', list({ ...newest, $filter: 'items.quantity ge 3' })],
    ['text filter without an index', 'text', list({ ...newest, $filter: "customer.addressLine1 co '札幌'" })],
    ['$search first page', 'search', list({ $search: '山田', $top: '50' })],
    [
      '$apply: orders and revenue by status',
      'apply',
      list({ $apply: 'groupby((status), aggregate($count as count, totalPrice with sum as sum))' }),
    ],
    [
      'product search first page',
      'products',
      `${app.base}/products?${new URLSearchParams({ $search: '包丁', $top: '20' })}`,
      '≤ 1.8 CPU',
    ],
    ['category tree with counts', 'tree', tree, '≤ 1.5 CPU'],
  ]
  for (const [title, name, url, goal] of cases) {
    if (options.only && !options.only.split(',').includes(name)) continue
    const ratio = await againstFloor(floor, app, `${size}-${name}`, url, headers)
    results[name] = ratio
    print(`${title}: CPU ÷ floor`, ratio.cpu.toFixed(2), goal)
    print(`${title}: req/s ÷ floor, 32 connections`, ratio.rate.toFixed(2))
    if (earlier?.[name])
      print(
        `${title}: CPU ÷ at ${sizes[0].toLocaleString('en')}`,
        (ratio.cpuMs / earlier[name].cpuMs).toFixed(2),
        '≤ 1.2',
      )
  }

  if (!options.only || options.only.includes('cursor')) {
    const deep = await get(
      `${orders}?$orderBy=createdAt%20desc&$top=50&$skip=${Math.min(99_950, Math.floor(size * 0.4))}`,
    )
    const time = async (url) =>
      (await load({ pids: [app.server.pid], connections: 4, seconds, make: () => ({ url, headers }) })).cpuMs
    const firstPage = list(newest)
    const deepPage = deep['@nextLink'].replace(/^http:\/\/[^/]+/, app.base.replace(/\/api$/, ''))
    const ratios = []
    for (let i = 0; i < 3; i++) ratios.push((await time(deepPage)) / (await time(firstPage)))
    print('cursor page far behind ÷ page 1, CPU', median(ratios).toFixed(2), '≤ 1.1')
  }
  if (!options.only || options.only.includes('create')) await measureWrites(app, orders, headers, one)
  if (!options.only || options.only.includes('stall'))
    await measureStall(list, headers, `${app.base}${orders}/${one.id}`)
  print('resident memory under load', `${residentMb(app.server.pid).toFixed(0)} MB`, '≤ 350 MB')
  await stop(app.server)
  return results
}

async function measureWrites(app, orders, headers, one) {
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
  const creation = { url: app.base + orders, method: 'POST', headers: json, body }
  await load({ pids: [app.server.pid], connections: 8, seconds: 2, make: () => creation, expect: 201 })
  const made = await load({ pids: [app.server.pid], connections: 32, seconds, make: () => creation, expect: 201 })
  print('order creation, durable, 32 connections', `${made.perSecond.toFixed(0)}/s`, '≥ 1,000/s')
  print('order creation, p99', `${made.p99.toFixed(0)} ms`, '≤ 100 ms')

  const filter = "status eq 'PENDING'"
  const found = []
  for (let skip = 0; found.length < 1000; skip += 100) {
    const query = new URLSearchParams({ $filter: filter, $orderBy: 'createdAt desc', $top: '100', $skip: String(skip) })
    const answer = JSON.parse((await once(new Agent(), `${app.base}${orders}?${query}`, { headers })).body)
    if (answer.value.length === 0) break
    found.push(...answer.value.map(({ id }) => id))
  }
  const bulk = await once(new Agent(), `${app.base}${orders}:bulkTransition`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ status: 'ACCEPTED', ids: found.slice(0, 1000) }),
  })
  if (bulk.status === 200)
    print(`bulk transition of ${Math.min(found.length, 1000)} orders`, `${bulk.ms.toFixed(0)} ms`, '≤ 1,000 ms')
}

/** How long another request waits while the most expensive queries run. */
async function measureStall(list, headers, single) {
  const heavy = [
    list({ $filter: "customer.addressLine1 co 'zzz' or customer.email co 'qqq'", $orderBy: 'customer.email' }),
    list({ $filter: 'items.price.amount gt 1 and not items.quantity ge 100', $orderBy: 'customer.phone desc' }),
  ]
  let slowest = 0
  let worstWait = 0
  for (const url of heavy) {
    let running = true
    const asked = once(new Agent(), url, { headers }).finally(() => {
      running = false
    })
    const agent = new Agent({ keepAlive: true })
    while (running) worstWait = Math.max(worstWait, (await once(agent, single, { headers })).ms)
    const { ms, status } = await asked
    slowest = Math.max(slowest, ms)
    if (status >= 500 && status !== 503) throw new Error(`${url} answered ${status}`)
  }
  print('the most expensive queries', `${slowest.toFixed(0)} ms`, '≤ 1,000 ms')
  print('longest wait of another request meanwhile', `${worstWait.toFixed(0)} ms`, '≤ 50 ms')
}

stopOnSignal(1, () => rmSync(bodies, { recursive: true, force: true }))
try {
  mkdirSync(folder, { recursive: true })
  if (!isBuilt()) await step('Build', build)
  for (const size of sizes) await step(`Database of ${size.toLocaleString('en')} orders`, () => makeDatabase(size))
  let floor
  await step('Floor', async () => {
    floor = await startFloor()
  })
  let earlier
  for (const size of sizes) {
    const results = await measure(size, floor, earlier)
    earlier ??= results
  }
  await stop(floor.server)
} catch (error) {
  fail(error)
} finally {
  rmSync(bodies, { recursive: true, force: true })
}
process.exit(0)

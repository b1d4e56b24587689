import { Agent } from 'node:http'
import { freePort } from '../lib/address.mjs'
import { serve } from '../lib/serve.mjs'
import { tokenFor } from './data.mjs'
import { once } from './load.mjs'

/**
 * Starts the production server on a database, as `npm start` does but with the limit on requests off, and gives what
 * the cases need: addresses, headers, one order. Its log is written, and thrown away.
 */
export async function startSubject(databaseUrl) {
  const port = await freePort()
  const env = { DATABASE_URL: databaseUrl, RATE_LIMIT: 'off', AUTH_SECRET: 'a secret that only the benchmark knows' }
  const server = await serve(port, env, 'ignore')
  const base = `http://127.0.0.1:${port}/api`
  const headers = { authorization: `Bearer ${tokenFor(databaseUrl)}` }
  const get = async (path) => JSON.parse((await once(new Agent(), base + path, { headers })).body)
  const organization = (await get('/orgs')).value.find(({ slug }) => slug === 'acme').id
  const orders = `${base}/orgs/${organization}/orders`
  const list = (query) => `${orders}?${new URLSearchParams(query)}`
  const first = await get(`/orgs/${organization}/orders?$top=1`)
  return { server, pid: server.pid, base, headers, get, orders, list, one: first.value[0], total: first.total }
}

export const newest = { $orderBy: 'createdAt desc', $top: '50' }
export const orderList = { ...newest, $filter: "status eq 'CLOSED'" }

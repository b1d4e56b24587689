import { Client } from 'pg'
import { startPostgres } from '../lib/postgres.mjs'
import { command, stop } from '../lib/project.mjs'
import { runQuietly } from '../lib/steps.mjs'
import { load } from './load.mjs'
import { median, row } from './report.mjs'
import { orderList, startSubject } from './subject.mjs'

const connections = 32

const rateOf = async (subjects, seconds) => {
  const make = (i) => {
    const { list, headers } = subjects[i % subjects.length]
    return { url: list(orderList), headers }
  }
  return (await load({ pids: subjects.map(({ pid }) => pid), connections, seconds, make })).perSecond
}

async function ratioOf(some, others, seconds) {
  await rateOf(some, 2)
  await rateOf(others, 2)
  const ratios = []
  for (let i = 0; i < 3; i++) ratios.push((await rateOf(some, seconds)) / (await rateOf(others, seconds)))
  return median(ratios)
}

/** Two server processes on one database beside one. What loads them runs on the same processors. */
export async function measureTwoServers({ subject, seconds }, databaseUrl) {
  const second = await startSubject(databaseUrl)
  row('two server processes ÷ one: order lists per second', await ratioOf([subject, second], [subject], seconds), {
    atLeast: 1.7,
  })
  await stop(second.server)
}

/** The same list from PostgreSQL: that of TEST_POSTGRES_URL, or one of its own. In a database that is dropped again. */
export async function measurePostgres({ subject, seconds }, scale) {
  const postgres = await startPostgres()
  const admin = new Client({ connectionString: postgres.url })
  await admin.connect()
  const url = new URL(postgres.url)
  url.pathname = '/orderdesk_bench'
  await admin.query('drop database if exists orderdesk_bench')
  await admin.query('create database orderdesk_bench')
  try {
    const env = { DATABASE_URL: url.href }
    await runQuietly([command('tsx'), 'scripts/migrate.ts'], { env })
    await runQuietly([command('tsx'), 'scripts/seed.ts', ...scale], { env })
    const other = await startSubject(url.href)
    row('PostgreSQL ÷ SQLite: order lists per second', await ratioOf([other], [subject], seconds), { atLeast: 0.6 })
    await stop(other.server)
  } finally {
    await admin.query('drop database if exists orderdesk_bench with (force)')
    await admin.end()
    await postgres.stop()
  }
}

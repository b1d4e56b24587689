// `npm run bench`: what a request costs, as ratios inside one run, beside the goals. Linux only.
//   --sizes 10000,100000     how many orders; 1000000 takes minutes to make and 8 GB
//   --seconds 4              how long each measurement lasts
//   --keep FOLDER            where the databases are made once and kept (default data/bench)
//   --only list,one,…        list one sku quantity search apply cursor memory products tree writes waits servers
//   --postgres               PostgreSQL beside SQLite too: that of TEST_POSTGRES_URL, or one of its own
// Each case is measured in turn with a bare Next.js route handler that answers the same bytes, three times; the ratio
// shown is the median. Read CPU first: it changes least with what else the machine does.
import { cpSync, rmSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build, isBuilt } from '../lib/build.mjs'
import { fail, root, stop, stopOnSignal } from '../lib/project.mjs'
import { step } from '../lib/steps.mjs'
import { catalogScale, databasesIn } from './data.mjs'
import { buildFloor, startFloor } from './floor.mjs'
import { residentMb } from './load.mjs'
import { measureCatalog, measureCursor, measureOrderReads } from './reads.mjs'
import { heading, row, summary } from './report.mjs'
import { measurePostgres, measureTwoServers } from './servers.mjs'
import { startSubject } from './subject.mjs'
import { measureWaits } from './waits.mjs'
import { measureWrites } from './writes.mjs'

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000' },
    seconds: { type: 'string', default: '4' },
    keep: { type: 'string', default: join(root, 'data', 'bench') },
    only: { type: 'string' },
    postgres: { type: 'boolean', default: false },
  },
})
const sizes = options.sizes.split(',').map(Number)
const seconds = Number(options.seconds)
const databases = databasesIn(resolve(options.keep))
const chosen = options.only?.split(',')
const isChosen = (name) => chosen === undefined || chosen.includes(name)
const isAnyChosen = (...names) => names.some(isChosen)
const scaleOf = (size) => ['--orders', String(size), '--products', String(Math.min(100_000, Math.max(240, size / 10)))]
const count = (number) => number.toLocaleString('en')
const load = () => `load ${loadavg()[0].toFixed(1)} on ${cpus().length} processors`

async function withSubject(databaseUrl, work) {
  const subject = await startSubject(databaseUrl)
  try {
    return await work(subject)
  } finally {
    await stop(subject.server)
  }
}

/** What is asked of a database of this many orders; resolves with the CPU of its list, in ms. */
const measureSize = (size, floor, smallest) =>
  withSubject(databases.urlOf(size), async (subject) => {
    heading(`${count(size)} orders (${load()})`)
    const bench = { floor, subject, seconds }
    const listCpuMs = await measureOrderReads(bench, { size, isChosen })
    if (listCpuMs !== undefined && smallest !== undefined) {
      const goal = size === 1_000_000 && sizes[0] === 10_000 ? { atMost: 1.2 } : {}
      row(`order list ÷ at ${count(sizes[0])} orders: CPU`, listCpuMs / smallest, goal)
    }
    if (isChosen('cursor')) await measureCursor(bench)
    if (isChosen('memory'))
      row('resident memory under these loads', residentMb(subject.pid), { unit: 'MB', atMost: 350 })
    if (isChosen('waits')) await measureWaits(bench, size)
    if (isChosen('memory')) row('resident memory after all', residentMb(subject.pid), { unit: 'MB', atMost: 350 })
    if (isChosen('servers')) await measureTwoServers(bench, databases.urlOf(size))
    if (options.postgres && size === sizes[0]) await measurePostgres(bench, scaleOf(size))
    return listCpuMs
  })

async function measureOwnCopy(size) {
  const copy = `${size}-written`
  const remove = () => {
    for (const suffix of ['', '-wal', '-shm']) rmSync(databases.pathOf(copy) + suffix, { force: true })
  }
  remove()
  cpSync(databases.pathOf(size), databases.pathOf(copy))
  try {
    await withSubject(databases.urlOf(copy), async (subject) => {
      heading(`Writing to a copy of ${count(size)} orders (${load()})`)
      await measureWrites({ subject, seconds })
      row('resident memory while writing', residentMb(subject.pid), { unit: 'MB', atMost: 350 })
    })
  } finally {
    remove()
  }
}

stopOnSignal(1)
try {
  if (!isBuilt()) await step('Build', build)
  await step('Build of the bare application', buildFloor)
  for (const size of sizes) {
    await step(`Database of ${count(size)} orders`, () => databases.make(size, scaleOf(size)))
  }
  const floor = await startFloor()
  let smallest
  for (const size of sizes) {
    const listCpuMs = await measureSize(size, floor, smallest)
    smallest ??= listCpuMs
  }
  if (isAnyChosen('products', 'tree')) {
    await step('Catalog of 100,000 products', () => databases.make('catalog', catalogScale))
    await withSubject(databases.urlOf('catalog'), async (subject) => {
      heading(`1,000 categories, 100,000 products (${load()})`)
      await measureCatalog({ floor, subject, seconds }, isChosen)
    })
  }
  await stop(floor.server)
  if (isChosen('writes')) await measureOwnCopy(sizes[0])
  summary()
} catch (error) {
  fail(error)
}
process.exit(0)

// `npm run seed -- [--scale large] [--orders N] [--products N] [--reset]`: demo or benchmark data into DATABASE_URL.
import { parseArgs } from 'node:util'
import { bulkLoad, DatabaseInUse, dropEverything } from '@/db/dialect/bulk-load'
import { closeDatabase, database, migrateDatabase } from '@/db/index'
import { hashPassword } from '@/lib/auth/password'
import { now } from '@/lib/clock'
import { demoPassword } from '@/lib/demo/accounts'
import { seedDemo, type Volume, volumes } from '@/lib/demo/seed'
import { hasAccounts } from '@/lib/users/has-accounts'
import { progress } from './lib/progress'

class Refused extends Error {}

const usage = 'npm run seed -- [--scale large] [--orders N] [--products N] [--reset]'

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (!Number.isInteger(value) || value < 10 || value > 100_000_000) {
    throw new Refused(`--${name} takes a whole number of at least 10, not "${text}".`)
  }
  return value
}

function readOptions(): { volume: Volume; reset: boolean } {
  const options = {
    scale: { type: 'string', default: 'default' },
    orders: { type: 'string' },
    products: { type: 'string' },
    reset: { type: 'boolean', default: false },
  } as const
  const { values } = parse(() => parseArgs({ options }))
  const scale = volumes[values.scale as keyof typeof volumes]
  if (!scale) throw new Refused(`--scale is "default" or "large", not "${values.scale}".`)
  const products = wholeNumber('products', values.products) ?? scale.products
  const variants = Math.round((products * scale.variants) / scale.products)
  const orders = wholeNumber('orders', values.orders) ?? scale.orders
  return { volume: { ...scale, products, variants, orders }, reset: values.reset }
}

function parse<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new Refused(`${(error as Error).message}\nUsage: ${usage}`)
  }
}

async function seed(): Promise<void> {
  const { volume, reset } = readOptions()
  if (reset) await dropEverything()
  await migrateDatabase()
  const inUse = await hasAccounts((await database()).reader)
  await closeDatabase()
  if (inUse) throw new Refused('The database has accounts already. To replace everything in it, add --reset.')

  const passwordHash = await hashPassword(demoPassword)
  const bar = progress()
  await bulkLoad((tx) => seedDemo(tx, { volume, passwordHash, now: now(), report: bar.report }))
  bar.end()
}

try {
  await seed()
} catch (error) {
  if (!(error instanceof Refused || error instanceof DatabaseInUse)) throw error
  console.error(error.message)
  process.exitCode = 1
}

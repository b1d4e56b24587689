import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { all, connect, type Database, run } from '@/db/dialect/connect'
import { engine } from '@/db/dialect/engine'
import { emptyDatabaseUrl } from '@/lib/testing/database'

const folder = join('db', 'migrations', engine)
// Inside the checkout and by a relative path, because drizzle-kit puts `./` before it.
const temporary = mkdtempSync(join('node_modules', '.migrations-'))
afterAll(() => rmSync(temporary, { recursive: true, force: true }))

type Journal = { entries: { tag: string; when: number }[] }
const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as Journal

/** A copy of the migrations that ends after `count` of them, and may go on with one of the test's own. */
function migrationsUntil(count: number, further?: string): string {
  const copy = join(temporary, `${count}-${further ? 'more' : 'only'}`)
  cpSync(folder, copy, { recursive: true })
  const entries: object[] = journal.entries.slice(0, count)
  if (further) {
    const last = journal.entries[count - 1]!
    entries.push({ ...last, idx: count, tag: '9999_further', when: last.when + 1 })
    writeFileSync(join(copy, '9999_further.sql'), further)
  }
  mkdirSync(join(copy, 'meta'), { recursive: true })
  writeFileSync(join(copy, 'meta', '_journal.json'), JSON.stringify({ ...journal, entries }))
  return copy
}

const organization = sql`insert into organizations
  (id, name, slug, store_number, restrictions, created_at, updated_at) values ('o', 'Org', 'org', 1, '[]', 1, 1)`
const order = sql`insert into orders
  (id, number, organization_id, status, currency, tax_rate_basis_points, subtotal_price, total_tax, total_price,
   line_items, custom_fields, customer_name, last_status_change_at, created_at, updated_at)
  values ('a', 1, 'o', 'PENDING', 'JPY', 1000, 100, 10, 110, '[]', '{}', 'Taro', 1, 1, 1)`
const line = sql`insert into order_lines
  (id, order_id, organization_id, position, product_id, product_name, variant_id, variant_title, sku, price_amount,
   taxable, tax_included, quantity, tax_amount)
  values (1, 'a', 'o', 0, 'p', 'Tea', 'v', 'Green', 'T-1', 100, ${engine === 'sqlite' ? 1 : true}, ${engine === 'sqlite' ? 0 : false}, 1, 10)`

async function fill({ transaction }: Database) {
  await transaction(async (tx) => {
    for (const statement of [organization, order, line]) await run(tx, statement)
  })
}

const count = async ({ reader }: Database, table: string) =>
  Number((await all<{ count: number }>(reader, sql.raw(`select count(*) as count from ${table}`)))[0]!.count)

test('the committed migrations make exactly the schema', () => {
  const out = join(temporary, 'drift')
  cpSync(folder, out, { recursive: true })
  const config = join(temporary, 'drift.config.ts')
  const written = readFileSync(join('db', `drizzle.${engine}.config.ts`), 'utf8')
  writeFileSync(config, written.replace(/out: '[^']+'/, `out: './${out}'`))
  const drizzleKit = join('node_modules', 'drizzle-kit', 'bin.cjs')
  const said = execFileSync(process.execPath, [drizzleKit, 'generate', '--config', config], {
    encoding: 'utf8',
    input: '',
    timeout: 50_000,
  })
  expect(said).toContain('No schema changes')
}, 60_000)

test.each(journal.entries.map(({ tag }, i) => [tag, i + 1]))(
  'a filled database of %s moves on with every row',
  async (_, until) => {
    const database = await connect(await emptyDatabaseUrl())
    try {
      await database.migrate(migrationsUntil(until))
      await fill(database)
      await database.migrate(folder)
      for (const table of ['organizations', 'orders', 'order_lines']) expect(await count(database, table)).toBe(1)
    } finally {
      await database.close()
    }
  },
)

test('rebuilding a table does not delete what hangs on its rows', async () => {
  if (engine !== 'sqlite') return
  const rebuild = [
    'CREATE TABLE __new_organizations AS SELECT * FROM organizations',
    'DROP TABLE organizations',
    'ALTER TABLE __new_organizations RENAME TO organizations',
    'CREATE UNIQUE INDEX organizations_id ON organizations (id)',
  ].join(';\n--> statement-breakpoint\n')
  const database = await connect(await emptyDatabaseUrl())
  try {
    await database.migrate(folder)
    await fill(database)
    await database.migrate(migrationsUntil(journal.entries.length, rebuild))
    expect(await count(database, 'orders')).toBe(1)
  } finally {
    await database.close()
  }
})

test('a migration that fails leaves the old schema, its rows, and a database that still works', async () => {
  const failing =
    'ALTER TABLE orders ADD COLUMN extra text;\n--> statement-breakpoint\nALTER TABLE nowhere ADD COLUMN x text;'
  const database = await connect(await emptyDatabaseUrl())
  try {
    await database.migrate(folder)
    await fill(database)
    await expect(database.migrate(migrationsUntil(journal.entries.length, failing))).rejects.toThrow()
    expect(await count(database, 'order_lines')).toBe(1)
    await expect(all(database.reader, sql`select extra from orders`)).rejects.toThrow()
    await database.transaction((tx) => run(tx, sql`update orders set status = 'ACCEPTED'`))
    await database.migrate(folder)
  } finally {
    await database.close()
  }
})

import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyDatabaseUrl, testDatabase } from '@/lib/testing/database'
import { all, closeDatabase, run } from '../index'
import { backUp, restore } from './backup'
import { connect, type Database } from './connect'
import { databaseUrl, engine } from './engine'

const folder = mkdtempSync(join(tmpdir(), 'backup-'))
const backup = join(folder, 'first.backup')
let db: Database

beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Adds a pair of rows in one transaction, so that a copy of half a transaction would hold an odd one. */
const addPair = (pair: number) =>
  db.transaction(async (tx) => {
    await run(tx, sql`insert into sequences (name, value) values (${`left-${pair}`}, ${pair})`)
    await run(tx, sql`insert into sequences (name, value) values (${`right-${pair}`}, ${pair})`)
  })

const addAccount = (to: Database) =>
  to.transaction((tx) =>
    run(
      tx,
      sql`insert into users (id, email, name, type_id, preferences, version, created_at, updated_at)
          values ('000000000000000000000001', 'a@b.example', 'A', '001', '{}', 1, 0, 0)`,
    ),
  )

async function pairsIn(url: string) {
  const restored = await connect(url)
  const rows = await all<{ side: string; count: number }>(
    restored.reader,
    sql`select substr(name, 1, 4) as side, count(*) as count from sequences where name like '%-%' group by 1 order by 1`,
  )
  await restored.close()
  return rows
}

test('a backup made while others write restores to one consistent moment', async () => {
  for (let pair = 0; pair < 20; pair++) await addPair(pair)
  let copying = true
  const copied = backUp(databaseUrl(), backup).finally(() => {
    copying = false
  })
  for (let pair = 20; copying; pair++) {
    await addPair(pair)
    // Writing to a file never leaves the microtasks, and the copy needs a turn too.
    await setImmediate()
  }
  await copied

  const target = await emptyDatabaseUrl()
  await restore(target, backup, { force: false })
  const [left, right] = await pairsIn(target)
  expect(left!.count).toBeGreaterThanOrEqual(20)
  expect(right!.count).toBe(left!.count)
})

test('a backup never replaces a file', async () => {
  await expect(backUp(databaseUrl(), backup)).rejects.toThrow('is there already')
})

test('a damaged, cut off or foreign file is refused before anything changes', async () => {
  const target = await emptyDatabaseUrl()
  const cut = join(folder, 'cut.backup')
  writeFileSync(cut, readFileSync(backup))
  truncateSync(cut, Math.floor(readFileSync(backup).length / 2))
  const foreign = join(folder, 'foreign.backup')
  writeFileSync(foreign, 'name,price\npen,100\n')

  await expect(restore(target, cut, { force: true })).rejects.toThrow()
  await expect(restore(target, foreign, { force: true })).rejects.toThrow('no backup of Orderdesk')
  await expect(restore(target, join(folder, 'missing'), { force: true })).rejects.toThrow('There is no file')
})

test('a database in use is not replaced, even when forced', async () => {
  await expect(restore(databaseUrl(), backup, { force: true })).rejects.toThrow('in use')
})

test('a database with accounts is replaced only when forced, and a file is kept aside', async () => {
  await addAccount(db)
  await closeDatabase()

  await expect(restore(databaseUrl(), backup, { force: false })).rejects.toThrow('--force')
  const kept = await restore(databaseUrl(), backup, { force: true })
  const reopened = await connect(databaseUrl())
  expect(await all(reopened.reader, sql`select count(*) as count from users`)).toEqual([{ count: 0 }])
  await reopened.close()
  expect(kept !== undefined).toBe(engine === 'sqlite')
})

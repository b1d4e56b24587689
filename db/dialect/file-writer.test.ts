import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Tx } from './connect'
import { writerQueue } from './file-writer'

const folder = mkdtempSync(join(tmpdir(), 'orderdesk-writer-'))
const opened: Sqlite.Database[] = []
let file = 0
let connection: Sqlite.Database
let beside: Sqlite.Database

beforeEach(() => {
  const path = join(folder, `${++file}.db`)
  connection = new Sqlite(path)
  connection.pragma('journal_mode = wal')
  connection.pragma('foreign_keys = on')
  connection.exec(`
    create table parents (id integer primary key);
    create table notes (id integer primary key, body text, parent integer references parents deferrable initially deferred)
  `)
  beside = new Sqlite(path, { readonly: true })
  opened.push(connection, beside)
})
afterAll(() => {
  for (const each of opened) each.close()
  rmSync(folder, { recursive: true })
})

const queue = () => writerQueue(connection, undefined as unknown as Tx)
const add = (body: string, parent: number | null = null) =>
  connection.prepare('insert into notes (body, parent) values (?, ?)').run(body, parent)
const stored = () => beside.prepare('select body from notes order by id').pluck().all()

test('of transactions that wait together each stands or falls by itself, in the order they came', async () => {
  const { transaction } = queue()
  const ends = await Promise.allSettled([
    transaction(async () => add('first') && 'one'),
    transaction(async () => {
      add('second')
      await Promise.resolve()
      throw new Error('not this one')
    }),
    transaction(async () => connection.prepare('select body from notes').pluck().all()),
    transaction(async () => add('third') && 'three'),
  ])
  expect(ends).toEqual([
    { status: 'fulfilled', value: 'one' },
    { status: 'rejected', reason: new Error('not this one') },
    { status: 'fulfilled', value: ['first'] },
    { status: 'fulfilled', value: 'three' },
  ])
  expect(stored()).toEqual(['first', 'third'])
})

test('nobody hears of success before what they wrote can be read by others', async () => {
  const { transaction } = queue()
  const seen = await Promise.all(
    Array.from({ length: 20 }, (_, i) => transaction(async () => add(`note ${i}`)).then(() => stored().length)),
  )
  // All of a group are told after its commit, so each sees at least what came before it.
  for (const [i, count] of seen.entries()) expect(count).toBeGreaterThan(i)
})

test('a commit that fails has failed for all who share it, and the next ones go on', async () => {
  const { transaction } = queue()
  const ends = await Promise.allSettled([
    transaction(async () => add('good')),
    transaction(async () => add('without its parent', 7)),
  ])
  for (const end of ends) {
    expect(end).toMatchObject({ status: 'rejected', reason: { code: 'SQLITE_CONSTRAINT_FOREIGNKEY' } })
  }
  expect(stored()).toEqual([])
  await transaction(async () => add('later'))
  expect(stored()).toEqual(['later'])
})

test('on a full disk who was told of success has it stored, and who was refused has not', async () => {
  const { transaction } = queue()
  connection.pragma('cache_size = 5')
  connection.pragma(`max_page_count = ${Number(connection.pragma('page_count', { simple: true })) + 10}`)
  const bodies = ['a', 'b', 'c'.repeat(100_000), 'd', 'e']
  const ends = await Promise.allSettled(bodies.map((body) => transaction(async () => add(body))))
  expect(ends[2]).toMatchObject({ status: 'rejected', reason: { code: 'SQLITE_FULL' } })
  expect(stored()).toEqual(bodies.filter((_, i) => ends[i]!.status === 'fulfilled'))
  await transaction(async () => add('small again'))
  expect(stored()).toContain('small again')
})

test('work that needs the connection alone runs outside any transaction', async () => {
  const { transaction, alone } = queue()
  const inside: boolean[] = []
  await Promise.all([
    transaction(async () => add('before')),
    alone(async () => {
      inside.push(connection.inTransaction)
    }),
    transaction(async () => add('behind')),
  ])
  expect(inside).toEqual([false])
  expect(stored()).toEqual(['before', 'behind'])
})

import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Database } from '@/db'
import { folded } from '@/db/dialect/query-sql'
import { all } from '@/db/index'
import { searchTokens } from '@/lib/query/search'
import { testDatabase } from '@/lib/testing/database'
import { fold } from './fold'

let db: Database
beforeAll(async () => {
  db = await testDatabase()
})

test.each([
  ['ＡＢＣ１２３', 'abc123'],
  ['ﾔﾏﾀﾞ ﾀﾛｳ', 'やまだ たろう'],
  ['ヤマダ　タロウ', 'やまだ たろう'],
  ['ヴァイオリン', 'ゔぁいおりん'],
  ['ｶﾞｷﾞｸﾞ', 'がぎぐ'],
  ['ラーメン', 'らーめん'],
  ['㈱アクメ', '(株)あくめ'],
  ['ΟΔΥΣΣΕΥΣ', 'οδυσσευσ'],
  ['ÄÖÜ', 'äöü'],
  ['e\u0301', 'é'],
  ['ﬁne', 'fine'],
  ['Straße', 'straße'],
])('%s folds to %s', (text, expected) => expect(fold(text)).toBe(expected))

test('the database folds every letter as the code does', async () => {
  const blocks: [number, number][] = [
    [0x20, 0x24f],
    [0x370, 0x52f],
    [0x1e00, 0x1fff],
    [0x2000, 0x218f],
    [0x2460, 0x24ff],
    [0x3040, 0x33ff],
    [0xac00, 0xacff],
    [0xf900, 0xfaff],
    [0xfb00, 0xfb4f],
    [0xfe30, 0xffef],
    [0x1d400, 0x1d4ff],
    [0x1f600, 0x1f64f],
  ]
  const texts = blocks.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => `x${String.fromCodePoint(first + index)}y`),
  )
  for (let start = 0; start < texts.length; start += 500) {
    const some = texts.slice(start, start + 500)
    const rows = sql.join(
      some.map(
        (text, index) =>
          sql`select ${sql.param(String(index + 10_000))} as place, ${folded(sql`cast(${sql.param(text)} as text)`)} as folded`,
      ),
      sql` union all `,
    )
    const found = await all<{ folded: string }>(db.reader, sql`select folded from (${rows}) r order by place`)
    expect(found.map((row) => row.folded)).toEqual(some.map(fold))
  }
})

test('index tokens are the pairs of each word and its last character', () => {
  expect(searchTokens(['Red シャツ', null, '', 'a'])).toBe('re ed d しゃ ゃつ つ eot a')
})

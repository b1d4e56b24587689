import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { run, type Tx } from './connect'
import { engine } from './engine'
import { fileStatement } from './file-statements'

const lean = engine === 'sqlite'

/**
 * The search indexes: one entry per row, under the row's integer `number`, holding its tokens (lib/query/search.ts
 * makes them). Kept by the transaction that writes the row. One is an FTS5 table without content whose `ascii`
 * tokenizer takes every non-ASCII character as part of a token, the other a table of `tsvector`s under a GIN index.
 * The migration `search` makes them.
 */
export const searchIndexes = ['order_search', 'product_search'] as const
export type SearchIndex = (typeof searchIndexes)[number]

export type SearchEntry = { number: number; tokens: string }

const perStatement = 500

/** Adds or replaces entries; `tokens` are separated by single spaces. */
export async function indexRows(tx: Tx, index: SearchIndex, entries: readonly SearchEntry[]): Promise<void> {
  if (lean) {
    const statement = fileStatement(tx, `insert or replace into ${index} (rowid, tokens) values (?, ?)`)
    for (const { number, tokens } of entries) statement.run(number, tokens)
    return
  }
  const table = sql.raw(index)
  for (let start = 0; start < entries.length; start += perStatement) {
    const rows = entries
      .slice(start, start + perStatement)
      .map((entry) => sql`(cast(${entry.number} as bigint), cast(${vector(entry.tokens)} as tsvector))`)
    await run(
      tx,
      sql`insert into ${table} (number, tokens) values ${sql.join(rows, sql`, `)} on conflict (number) do update set tokens = excluded.tokens`,
    )
  }
}

/** Removes the entries of deleted rows. */
export async function unindexRows(tx: Tx, index: SearchIndex, numbers: readonly number[]): Promise<void> {
  if (numbers.length === 0) return
  const table = sql.raw(index)
  if (lean)
    await run(tx, sql`delete from ${table} where rowid in (select value from json_each(${JSON.stringify(numbers)}))`)
  else await run(tx, sql`delete from ${table} where number = any(${sql.param([...numbers])}::bigint[])`)
}

// Positions end here; what a longer text holds beyond is found by single pairs only.
const lastPosition = 16383

/** Tokens are letters, marks and digits, so nothing in them needs escaping. */
const vector = (tokens: string): string =>
  tokens === ''
    ? ''
    : tokens
        .split(' ')
        .map((token, position) => `'${token}':${Math.min(position + 1, lastPosition)}`)
        .join(' ')

/** Every run of adjacent tokens must be found; the last token of a run may be only the beginning of one. */
export type SearchRun = { tokens: readonly string[]; lastIsPrefix: boolean }

/** The index's own query text, for the parameter of `matchCondition`. */
export function matchValue(runs: readonly SearchRun[]): string {
  if (lean) {
    return runs
      .map((run) => run.tokens.map((token) => `"${token}"`).join(' + ') + (run.lastIsPrefix ? ' *' : ''))
      .join(' AND ')
  }
  return runs
    .map((run) => `(${run.tokens.map((token) => `'${token}'`).join(' <-> ')}${run.lastIsPrefix ? ':*' : ''})`)
    .join(' & ')
}

/** A token of its own in entries that leave tokens out because there are too many. */
export const incompleteToken = 'incomplete'

/**
 * Query text that every entry answers whose texts contain these adjacent tokens, the last perhaps as the beginning of
 * one. It may answer for more: positions are not kept without limit, so they are not asked for.
 */
export function mayMatchValue(tokens: readonly string[]): string {
  const last = tokens.at(-1)!
  const isPrefix = [...last].length === 1
  if (lean) {
    const all = [...new Set(tokens)].map((token) => (isPrefix && token === last ? `"${token}" *` : `"${token}"`))
    return `(${all.join(' AND ')}) OR "${incompleteToken}"`
  }
  const all = [...new Set(tokens)].map((token) => (isPrefix && token === last ? `'${token}':*` : `'${token}'`))
  return `(${all.join(' & ')}) | '${incompleteToken}'`
}

/** The row's entry matches; `number` is the row's number column, `bound` a parameter from `matchValue`. */
export const matchCondition = (index: SearchIndex, number: SQLWrapper, bound: SQLWrapper): SQL =>
  lean
    ? sql`${number} in (select rowid from ${sql.raw(index)} where ${sql.raw(index)} match ${bound})`
    : sql`${number} in (select number from ${sql.raw(index)} where tokens @@ cast(${bound} as tsquery))`

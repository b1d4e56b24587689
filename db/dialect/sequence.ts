import { sql } from 'drizzle-orm'
import { all, type Tx } from './connect'
import { engine } from './engine'
import { fileStatement } from './file-statements'

/** The counters behind public numbers; the migration that makes them says where each begins. */
export const sequenceNames = ['order', 'order_line', 'product', 'customer', 'contest'] as const
export type SequenceName = (typeof sequenceNames)[number]

/**
 * Takes the next `count` numbers of a sequence, ascending. Numbers are never given out twice, not even after a
 * rollback on a server, where a gap may remain.
 */
export async function nextNumbers(tx: Tx, name: SequenceName, count: number): Promise<number[]> {
  if (count === 0) return []
  if (engine === 'sqlite') {
    const taking = fileStatement(tx, 'update sequences set value = value + ? where name = ? returning value')
    const row = taking.get(count, name) as { value: number } | undefined
    if (!row) throw new Error(`The sequence ${name} is missing: the database is not migrated.`)
    return Array.from({ length: count }, (_, i) => row.value - count + 1 + i)
  }
  const rows = await all<{ value: number }>(
    tx,
    sql`select nextval(${`${name}_number`}::regclass) as value from generate_series(1, ${count})`,
  )
  return rows.map((row) => Number(row.value))
}

/**
 * Over how many rows a kept counter is spread. One writer at a time needs one row; writers on a server would wait for
 * each other in it.
 */
export const counterShards = engine === 'sqlite' ? 1 : 32

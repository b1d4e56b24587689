import type Sqlite from 'better-sqlite3'
import type { Tx } from './connect'

/** Statements kept per connection; the ones used longest ago go first. */
const mostKept = 300

/**
 * Lets a connection keep the statements it compiled: the query builder compiles anew for each query, which costs more
 * than most of them take to run.
 */
export function keepStatements(connection: Sqlite.Database): void {
  const compile = connection.prepare.bind(connection) as (text: string) => Sqlite.Statement
  const kept = new Map<string, Sqlite.Statement>()
  const prepare = (text: string): Sqlite.Statement => {
    let statement = kept.get(text)
    if (statement) {
      kept.delete(text)
      // Whoever had it before may have asked for rows as arrays.
      if (statement.reader) statement.raw(false)
    } else {
      statement = compile(text)
      if (kept.size >= mostKept) kept.delete(kept.keys().next().value!)
    }
    kept.set(text, statement)
    return statement
  }
  connection.prepare = prepare as typeof connection.prepare
}

/** A statement on the connection of a transaction, compiled once; its values are given when it runs. */
export const fileStatement = (tx: Tx, text: string): Sqlite.Statement =>
  (tx as unknown as { $client: Sqlite.Database }).$client.prepare(text)

import { type SQL, sql } from 'drizzle-orm'
import { folded, textTest } from '@/db/dialect/query-sql'
import { fold } from '@/lib/fold'
import type { ListQuery } from './list-query'
import type { Condition } from './list-source'

/**
 * Conditions for `$search` in a small table that has no search index: each word stands somewhere in the text, folded
 * like `co`. The text is an expression over the list's own table; no words, no condition.
 */
export function everyWord(search: string | undefined, text: SQL): Condition[] {
  const words = fold(search ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 20)
  if (words.length === 0) return []
  return [
    {
      key: `every of ${words.length} words`,
      values: words,
      sql: (bound) =>
        sql.join(
          bound.map((word) => textTest('co', folded(text), word)),
          sql` and `,
        ),
    },
  ]
}

/** The query without its `$search`, which `everyWord` answers in its place. */
export const withoutSearch = (query: ListQuery): ListQuery => ({ ...query, search: undefined })

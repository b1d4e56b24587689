import { type SQL, sql } from 'drizzle-orm'
import { folded, type SqlType, textTest, typed } from '@/db/dialect/query-sql'
import { type SlotSql, sortExpression, sqlType } from './compile'
import type { KeysetKey } from './keyset'
import type { ListQuery } from './list-query'
import type { ListSource } from './list-source'
import { addSlot, type Slots } from './plan'
import type { SearchQuery } from './search'

/**
 * Up to this many hits of a search are ranked by relevance; more are listed newest first, because ranking has to look
 * at every hit. A walk through the pages keeps the order it began with.
 */
const mostRanked = 5000

export type SortedKey = KeysetKey & { type: SqlType }

/** The sort of a list: `shape` tells sorts apart, `slots` are the statement's slots and those the sort adds. */
export type ListSort = { shape: string; slots: Slots; keys: (slot: SlotSql) => SortedKey[] }

/** Whether relevance decides the order of a list with `total` rows. */
export function isRanked(query: ListQuery, total: number): boolean {
  if (!query.search || query.sorted) return false
  return query.page.cursor ? query.page.cursor.ranked === true : total <= mostRanked
}

export function listSort(source: ListSource, query: ListQuery, slots: Slots, ranked: boolean): ListSort {
  if (!query.search || query.sorted) {
    const keys = query.sort.map(({ path, direction }) => ({
      ...sortExpression(source.columns, path),
      direction,
      type: sqlType(source.resource.fields[path]!.type),
    }))
    return { shape: JSON.stringify(query.sort), slots, keys: () => keys }
  }
  const newest: SortedKey = { value: source.columns.id, nullable: false, direction: 'desc', type: 'text' }
  if (!ranked) return { shape: 'newest', slots, keys: () => [newest] }
  const extended: Slots = { values: [...slots.values] }
  const score = relevance(source.search!.rankBy, query.search, extended)
  return {
    shape: `ranked ${query.search.terms.length}`,
    slots: extended,
    keys: (slot) => [{ value: score(slot), nullable: false, direction: 'desc', type: 'integer' }, newest],
  }
}

/**
 * How well a row fits a search, from 4 (a ranking text is what was searched) over beginning with it, containing it and
 * containing its terms, to 0. It depends on the row alone, so that pages neither repeat nor skip while others change;
 * bm25 would shift with every row written.
 */
function relevance(
  rankBy: NonNullable<ListSource['search']>['rankBy'],
  search: SearchQuery,
  slots: Slots,
): (slot: SlotSql) => SQL {
  const whole = addSlot(slots, search.terms.map((term) => term.join(' ')).join(' '))
  const terms = search.terms.map((term) => addSlot(slots, term.join(' ')))
  const texts = rankBy.map((ref) => ('folded' in ref ? sql`${ref.folded}` : folded(ref)))
  const any = (test: (text: SQL) => SQL) => sql`(${sql.join(texts.map(test), sql` or `)})`
  return (slot) => {
    const everyTerm = sql.join(
      terms.map((term) => any((text) => textTest('co', text, slot(term)))),
      sql` and `,
    )
    return sql`case when ${any((text) => sql`${text} = ${typed(slot(whole), 'text')}`)} then 4 when ${any((text) => textTest('startswith', text, slot(whole)))} then 3 when ${any((text) => textTest('co', text, slot(whole)))} then 2 when ${everyTerm} then 1 else 0 end`
  }
}

import { type Column, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { driverValue, folded, textTest, typed } from '@/db/dialect/query-sql'
import { matchCondition, matchValue } from '@/db/dialect/search-sql'
import type { Reader } from '@/db/index'
import { compilePlan, type SlotSql, sortExpression, sqlType } from './compile'
import type { Cursor, CursorValue } from './cursor'
import { behind, type KeysetKey, orderTerms, reversed } from './keyset'
import type { ListQuery } from './list-query'
import type { Condition, ListSource, SelectedRow, Selection } from './list-source'
import { addSlot, newSlots, type Plan, planFilter, type Slots } from './plan'
import type { SearchQuery } from './search'
import { tokenRun } from './search'
import { identityOf, runPrepared } from './statements'

export type ListRun = {
  /** What the list is limited to, always the first condition: usually the organization. */
  scope?: { column: PgColumn; value: string }
  /** Further conditions of the list itself. */
  conditions?: readonly Condition[]
  /** An exact total from kept counters, or undefined when they cannot answer this query. */
  total?: (query: ListQuery) => Promise<number | undefined> | number | undefined
}

export type Page<T> = {
  rows: T[]
  /** Exact: all rows that match, before paging. */
  total: number
  /** Where the neighbouring pages begin, when there are any; the adapter makes tokens or page numbers of them. */
  next?: Cursor
  previous?: Cursor
}

/**
 * Up to this many hits of a search are ranked by relevance; more are listed newest first, because ranking has to look
 * at every hit. A walk through the pages keeps the order it began with.
 */
const mostRanked = 5000

/**
 * Answers a list query: one page of rows, the exact total, and the
 * cursors of the neighbouring pages where such pages exist.
 * Two or three statements, prepared once per shape of the query.
 */
export async function runList<S extends Selection>(
  db: Reader,
  source: ListSource<S>,
  query: ListQuery,
  options: ListRun,
): Promise<Page<SelectedRow<S>>> {
  const where = planWhere(source, query, options)
  const total = (await options.total?.(query)) ?? (await countRows(db, source, where))
  const ranked = isRanked(query, total)
  const keys = sortKeys(source, query, where, ranked)
  const cursorAt = (direction: Cursor['direction'], values: CursorValue[]): Cursor =>
    ranked ? { direction, values, ranked } : { direction, values }

  const { limit, offset, cursor } = query.page
  const backward = cursor?.direction === 'previous'
  const read = (walk: Walk) => readRows(db, source, where, keys, walk)
  const found = await read({ cursor: cursor?.values, backward, limit: limit + 1, offset })
  const more = found.length > limit
  const page = more ? found.slice(0, limit) : found
  if (backward) page.reverse()
  const rows = page.map((entry) => entry.row)
  if (page.length === 0) {
    // Beyond either end: the way back begins at that end.
    if (total === 0 || (!cursor && offset === 0)) return { rows, total }
    return {
      rows,
      total,
      ...(backward ? { next: cursorAt('next', []) } : { previous: cursorAt('previous', []) }),
    }
  }

  const [first, last] = [page[0]!.key, page.at(-1)!.key]
  const exists = async (values: CursorValue[], before: boolean) =>
    (await read({ cursor: values, backward: before, limit: 1, offset: 0 })).length > 0
  // Behind a cursor there was a row once; whether there still is one has to be asked.
  const hasNext = backward ? await exists(last, false) : more
  const hasPrevious = backward ? more : cursor ? await exists(first, true) : offset > 0
  return {
    rows,
    total,
    ...(hasNext ? { next: cursorAt('next', last) } : {}),
    ...(hasPrevious ? { previous: cursorAt('previous', first) } : {}),
  }
}

/** The exact number of rows a query matches, without reading any. */
export async function countList(db: Reader, source: ListSource, query: ListQuery, options: ListRun): Promise<number> {
  return countRows(db, source, planWhere(source, query, options))
}

/** The conditions of a list: their shape as `key`, their values in `slots`, their SQL. */
export type Where = { key: string; slots: Slots; sql: (slot: SlotSql) => SQL }

export function planWhere(source: ListSource, query: ListQuery, options: ListRun): Where {
  const slots = newSlots()
  const { scope } = options
  const scopeSlot = scope && addSlot(slots, scope.value)
  const conditions = (options.conditions ?? []).map((condition) => ({
    condition,
    slots: condition.values.map((value) => addSlot(slots, value)),
  }))
  const search = query.search && source.search
  const searchSlot = search && addSlot(slots, matchValue(query.search!.terms.map(tokenRun)))
  const plan: Plan | undefined = query.filter && planFilter(query.filter, slots)
  const isChildScope = scope !== undefined && scope.column === source.columns.scopedBy
  return {
    key: JSON.stringify([
      identityOf(source),
      scope ? scope.column.name : null,
      conditions.map((entry) => [entry.condition.key, entry.slots.length]),
      search !== undefined,
      plan ?? null,
    ]),
    slots,
    sql(slot) {
      const parts: SQL[] = []
      const scopeSql = scopeSlot === undefined ? undefined : slot(scopeSlot)
      if (scopeSql) parts.push(sql`${scope!.column} = ${scopeSql}`)
      for (const entry of conditions) parts.push(entry.condition.sql(entry.slots.map(slot)))
      if (search) parts.push(matchCondition(search.index, search.number, slot(searchSlot!)))
      if (plan)
        parts.push(compilePlan(plan, { columns: source.columns, slot, scope: isChildScope ? scopeSql : undefined }))
      return parts.length === 0 ? sql`1 = 1` : sql.join(parts, sql` and `)
    },
  }
}

async function countRows(db: Reader, { columns }: ListSource, where: Where): Promise<number> {
  const rows = await runPrepared(db, `count ${where.key}`, where.slots.values, (slot) =>
    db
      .select({ count: sql<number>`count(*)`.mapWith(Number) })
      .from(columns.table)
      .where(where.sql(slot)),
  )
  return rows[0]!.count
}

function isRanked(query: ListQuery, total: number): boolean {
  if (!query.search || query.sorted) return false
  return query.page.cursor ? query.page.cursor.ranked === true : total <= mostRanked
}

/** The sort keys as the statement needs them. `shape` tells sorts apart; `slots` holds values of a key's own. */
type ListKeys = {
  shape: string
  keys: (slot: SlotSql) => (KeysetKey & { type: 'text' | 'integer' | 'number' | 'boolean' })[]
  count: number
  slots: Slots
}

function sortKeys(source: ListSource, query: ListQuery, where: Where, ranked: boolean): ListKeys {
  const byRelevance = query.search !== undefined && !query.sorted
  if (!byRelevance) {
    return {
      shape: JSON.stringify(query.sort),
      count: query.sort.length,
      slots: where.slots,
      keys: () =>
        query.sort.map(({ path, direction }) => ({
          ...sortExpression(source.columns, path),
          direction,
          type: sqlType(source.resource.fields[path]!.type),
        })),
    }
  }
  const newest = {
    value: source.columns.id as Column,
    nullable: false,
    direction: 'desc' as const,
    type: 'text' as const,
  }
  if (!ranked) return { shape: 'newest', count: 1, slots: where.slots, keys: () => [newest] }
  const slots: Slots = { values: [...where.slots.values] }
  const score = relevance(source.search!.rankBy, query.search!, slots)
  return {
    shape: `ranked ${query.search!.terms.length}`,
    count: 2,
    slots,
    keys: (slot) => [{ value: score(slot), nullable: false, direction: 'desc', type: 'integer' }, newest],
  }
}

/**
 * How well a row fits a search, from 4 (a ranking text is what was searched) over beginning with it, containing it and
 * containing its terms, to 0. It depends on the row alone, so that pages neither repeat nor skip while others change;
 * bm25 would shift with every row written.
 */
function relevance(rankBy: ListSourceRank, search: SearchQuery, slots: Slots): (slot: SlotSql) => SQL {
  const whole = addSlot(slots, search.terms.map((term) => term.join(' ')).join(' '))
  const terms = search.terms.map((term) => addSlot(slots, term.join(' ')))
  return (slot) => {
    const texts = rankBy.map((ref) => ('folded' in ref && 'value' in ref ? sql`${ref.folded}` : folded(ref as SQL)))
    const any = (test: (text: SQL) => SQL) => sql`(${sql.join(texts.map(test), sql` or `)})`
    const everyTerm = sql.join(
      terms.map((term) => any((text) => textTest('co', text, slot(term)))),
      sql` and `,
    )
    return sql`case when ${any((text) => sql`${text} = ${typed(slot(whole), 'text')}`)} then 4 when ${any((text) => textTest('startswith', text, slot(whole)))} then 3 when ${any((text) => textTest('co', text, slot(whole)))} then 2 when ${everyTerm} then 1 else 0 end`
  }
}

type ListSourceRank = NonNullable<ListSource['search']>['rankBy']

type Walk = { cursor?: CursorValue[]; backward: boolean; limit: number; offset: number }

type Entry<S extends Selection> = { row: SelectedRow<S>; key: CursorValue[] }

async function readRows<S extends Selection>(
  db: Reader,
  source: ListSource<S>,
  where: Where,
  sort: ListKeys,
  { cursor, backward, limit, offset }: Walk,
): Promise<Entry<S>[]> {
  const slots: Slots = { values: [...sort.slots.values] }
  // A cursor without values stands before the first row, or behind the last.
  const bounds = cursor?.length
    ? cursor.map((value) => (value === null ? undefined : addSlot(slots, driverValue(value))))
    : undefined
  const [limitSlot, offsetSlot] = [addSlot(slots, limit), addSlot(slots, offset)]
  const nulls = bounds?.map((bound) => (bound === undefined ? 0 : 1)) ?? null
  const key = `rows ${where.key} ${sort.shape} ${backward} ${JSON.stringify(nulls)}`
  const rows = await runPrepared(db, key, slots.values, (slot) => {
    const keys = sort.keys(slot)
    const walked = backward ? reversed(keys) : keys
    const condition = bounds
      ? sql`${where.sql(slot)} and ${behind(
          walked,
          bounds.map((bound, index) => (bound === undefined ? undefined : typed(slot(bound), keys[index]!.type))),
        )}`
      : where.sql(slot)
    const keySelection = Object.fromEntries(keys.map(({ value, type }, index) => [`k${index}`, decoded(value, type)]))
    return db
      .select({ row: source.select, key: keySelection })
      .from(source.columns.table)
      .where(condition)
      .orderBy(...orderTerms(walked))
      .limit(slot(limitSlot) as unknown as number)
      .offset(slot(offsetSlot) as unknown as number)
  })
  return (rows as { row: SelectedRow<S>; key: Record<string, CursorValue> }[]).map((entry) => ({
    row: entry.row,
    key: Object.values(entry.key),
  }))
}

/** An expression has no decoder of its own: truth comes back as a number, whole numbers may come back as text. */
function decoded(value: Column | SQL, type: 'text' | 'integer' | 'number' | 'boolean'): SQL {
  if (!('queryChunks' in value)) return value as unknown as SQL
  if (type === 'text') return value
  return value.mapWith((raw: unknown) => (raw === null ? null : type === 'boolean' ? Boolean(raw) : Number(raw)))
}

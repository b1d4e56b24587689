import { type Column, is, SQL, sql } from 'drizzle-orm'
import { driverValue, type SqlType, typed, unindexed } from '@/db/dialect/query-sql'
import type { Reader } from '@/db/index'
import type { CursorValue } from './cursor'
import { behind, orderTerms, reversed } from './keyset'
import type { ListQuery } from './list-query'
import { isRanked, type ListSort, listSort } from './list-sort'
import type { ListSource, SelectedRow, Selection } from './list-source'
import { type ListScope, type ListWhere, listWhere } from './list-where'
import { type Keyed, type Page, readPage, type Walk } from './page-walk'
import { addSlot, type Slots } from './plan'
import { runPrepared } from './statements'

export type { Page } from './page-walk'

export type ListRun = ListScope & {
  /** An exact total from kept counters, or undefined when they cannot answer this query. */
  total?: (query: ListQuery) => Promise<number | undefined> | number | undefined
}

/**
 * Answers a list query: one page of rows, the exact total, and the cursors of the neighbouring pages where such pages
 * exist. Two or three statements, prepared once per shape of the query.
 */
export async function runList<S extends Selection>(
  db: Reader,
  source: ListSource<S>,
  query: ListQuery,
  options: ListRun,
): Promise<Page<SelectedRow<S>>> {
  const where = listWhere(source, query, options)
  const total = (await options.total?.(query)) ?? (await countRows(db, source, where))
  const ranked = isRanked(query, total)
  const sort = listSort(source, query, where.slots, ranked)
  // A handful of rows is better fetched and sorted; of many, the sort's index gives the first ones sooner.
  const steered = where.narrowed && total <= fewRows
  // Of very many the sort's index gives a page at once, while a range's own would have all of them read and sorted.
  const sortedBy = query.sort[0]?.path
  const loose = total > manyRows ? (path: string) => path !== sortedBy : undefined
  return readPage(query.page, total, ranked, (walk) => readRows(db, source, where, sort, { steered, loose }, walk))
}

/** Up to this many rows, reading and sorting all of them is quick. */
const fewRows = 5000

/** Beyond this, reading and sorting all rows takes longer than a list may. */
const manyRows = 50_000

type Way = { steered: boolean; loose: ((path: string) => boolean) | undefined }

/** The exact number of rows a query matches, without reading any. */
export const countList = (db: Reader, source: ListSource, query: ListQuery, scope: ListScope): Promise<number> =>
  countRows(db, source, listWhere(source, query, scope))

async function countRows(db: Reader, { columns }: ListSource, where: ListWhere): Promise<number> {
  const rows = await runPrepared(db, `count ${where.key}`, where.slots.values, (slot) =>
    db
      .select({ count: sql<number>`count(*)`.mapWith(Number) })
      .from(columns.table)
      .where(where.sql(slot, where.narrowed)),
  )
  return rows[0]!.count
}

async function readRows<S extends Selection>(
  db: Reader,
  source: ListSource<S>,
  where: ListWhere,
  sort: ListSort,
  { steered, loose }: Way,
  { cursor, backward, limit, offset }: Walk,
): Promise<Keyed<SelectedRow<S>>[]> {
  const slots: Slots = { values: [...sort.slots.values] }
  const bounds = cursor?.length
    ? cursor.map((value) => (value === null ? undefined : addSlot(slots, driverValue(value))))
    : undefined
  const [limitSlot, offsetSlot] = [addSlot(slots, limit), addSlot(slots, offset)]
  const nulls = bounds?.map((bound) => bound === undefined) ?? null
  const key = `rows ${where.key} ${sort.shape} ${steered} ${loose !== undefined} ${backward} ${JSON.stringify(nulls)}`
  const rows = await runPrepared(db, key, slots.values, (slot) => {
    const keys = sort.keys(slot)
    const condition = where.sql(slot, steered, loose)
    const placed = steered ? keys.map((key) => ({ ...key, value: unindexed(key.value) })) : keys
    const walked = backward ? reversed(placed) : placed
    const bound = bounds?.map((index, i) => (index === undefined ? undefined : typed(slot(index), keys[i]!.type)))
    const keySelection = Object.fromEntries(keys.map(({ value, type }, index) => [`k${index}`, decoded(value, type)]))
    return (
      db
        .select({ row: source.select, key: keySelection })
        .from(source.columns.table)
        .where(bound ? sql`${condition} and ${behind(walked, bound)}` : condition)
        .orderBy(...orderTerms(walked))
        // The builder's types know numbers and bare placeholders only; it renders any SQL.
        .limit(slot(limitSlot) as unknown as number)
        .offset(slot(offsetSlot) as unknown as number)
    )
  })
  return (rows as { row: SelectedRow<S>; key: Record<string, CursorValue> }[]).map((entry) => ({
    row: entry.row,
    key: Object.values(entry.key),
  }))
}

/** A column decodes itself; of an expression, truth comes back as a number and whole numbers may come back as text. */
function decoded(value: Column | SQL, type: SqlType): SQL {
  if (!is(value, SQL)) return value as unknown as SQL
  return value.mapWith((raw: unknown) => decodeScalar(raw, type))
}

export function decodeScalar(raw: unknown, type: SqlType): CursorValue {
  if (raw === null || raw === undefined) return null
  if (type === 'text') return String(raw)
  return type === 'boolean' ? Boolean(raw) : Number(raw)
}

import { type Column, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { driverValue, inList, listValue, type SqlType, typed } from '@/db/dialect/query-sql'
import { all, type Reader } from '@/db/index'
import { type ApplyStep, appliedShape, type GroupKey, type GroupStep } from './apply'
import { filterSql, type Rows, rowKeys, selectRows } from './apply-rows'
import { sqlType } from './compile'
import type { CursorValue } from './cursor'
import {
  firstRelation,
  type GroupSortKey,
  groupKeys,
  nextRelation,
  type Relation,
  typeIn,
  withKeys,
} from './group-relation'
import { unwind } from './group-sql'
import { behind, orderTerms, reversed } from './keyset'
import type { ListQuery } from './list-query'
import type { ListSource, SelectedRow, Selection } from './list-source'
import type { ListScope } from './list-where'
import { withTieBreak } from './order-by'
import { type Keyed, type Page, readPage, type Walk } from './page-walk'
import { decodeScalar, runList } from './run-list'

/** One row of a grouped answer (spec nodeblocks 5.6). */
export type Group<S extends Selection> = {
  /** `_id`, the grouping properties and the aliases, by name, as the answer shows them. */
  values: Record<string, unknown>
  /** The group's first rows, when the inner steps end in orderby or top. */
  top?: SelectedRow<S>[]
}

export type Applied<S extends Selection> =
  | { kind: 'rows'; page: Page<SelectedRow<S>> }
  | { kind: 'groups'; page: Page<Group<S>> }

/**
 * Answers a list query with `$apply`: the scope, `$filter` and `$search` first, then the steps, `$orderBy` and paging.
 * Steps that group nothing give ordinary rows. `total` counts the resulting rows.
 */
export async function runApply<S extends Selection>(
  db: Reader,
  source: ListSource<S>,
  query: ListQuery,
  scope: ListScope,
): Promise<Applied<S>> {
  const steps = query.apply ?? []
  const at = steps.findIndex((step) => step.kind === 'groupby' || step.kind === 'aggregate')
  const before = at < 0 ? steps : steps.slice(0, at)
  const rows = selectRows(source, query, scope, before)
  if (at >= 0) return { kind: 'groups', page: await groupedPage(db, source, query, rows, steps.slice(at)) }

  const order = query.applySort?.length ? query.applySort : rows.order
  const asked: ListQuery = {
    ...query,
    apply: undefined,
    sort: order ? withTieBreak(order) : query.sort,
    sorted: query.sorted || order !== undefined,
  }
  const conditions = [...(scope.conditions ?? []), ...rows.conditions]
  return { kind: 'rows', page: await runList(db, source, asked, { ...scope, conditions }) }
}

async function groupedPage<S extends Selection>(
  db: Reader,
  source: ListSource<S>,
  query: ListQuery,
  rows: Rows,
  steps: readonly ApplyStep[],
): Promise<Page<Group<S>>> {
  const first = steps[0] as Extract<ApplyStep, { kind: 'groupby' | 'aggregate' }>
  let relation = firstRelation(source, rows, first)
  for (const [index, step] of steps.slice(1).entries()) {
    relation = nextRelation(relation, step, appliedShape(steps.slice(0, index + 2), source.resource).resource)
  }
  const by = steps.some((step) => step.kind === 'aggregate') || first.kind === 'aggregate' ? [] : first.by
  const order = query.applySort?.length ? query.applySort : (relation.order ?? [])
  const keys = groupKeys(relation, withKeys(order, by))
  const begin = query.page.cursor ? [] : await readGroups(db, relation, keys, firstWalk(query))
  const total = begin.length > 0 ? Number(begin[0]!.row.total_groups) : await countGroups(db, relation)
  const page = await readPage(query.page, total, false, async (walk) =>
    walk.cursor || begin.length === 0 ? readGroups(db, relation, keys, walk) : begin,
  )
  const groups = page.rows.map((row) => ({ values: groupValues(relation, by, row) }))
  const step = first.kind === 'groupby' && first.top && by.length > 0 ? first : undefined
  return { ...page, rows: step ? await addTops(db, source, rows, step, page.rows, groups) : groups }
}

type RawGroup = Record<string, unknown>

/** The first page carries the total with it: grouping is the costly part and done once. */
const firstWalk = ({ page }: ListQuery): Walk => ({ backward: false, limit: page.limit + 1, offset: page.offset })

async function countGroups(db: Reader, relation: Relation): Promise<number> {
  const [row] = await all<{ count: number }>(db, sql`select count(*) as count from (${relation.sql}) g`)
  return Number(row!.count)
}

async function readGroups(
  db: Reader,
  relation: Relation,
  keys: GroupSortKey[],
  walk: Walk,
): Promise<Keyed<RawGroup>[]> {
  const walked = walk.backward ? reversed(keys) : keys
  const bounds = walk.cursor?.map((value, index) => bound(value, keys[index]!.type))
  const condition = bounds?.length ? sql` where ${behind(walked, bounds)}` : sql``
  const terms = orderTerms(walked)
  const order = terms.length > 0 ? sql` order by ${sql.join(terms, sql`, `)}` : sql``
  const rows = await all<RawGroup>(
    db,
    sql`select g.*, count(*) over () as total_groups from (${relation.sql}) g${condition}${order} limit ${sql.param(walk.limit)} offset ${sql.param(walk.offset)}`,
  )
  return rows.map((row) => ({
    row,
    key: keys.map(({ column, type }): CursorValue => decodeScalar(row[column], type)),
  }))
}

const bound = (value: CursorValue, type: SqlType): SQLWrapper | undefined =>
  value === null ? undefined : typed(sql.param(driverValue(value)), type)

/** A group as the answer shows it: dates as text, one grouping value bare, several as an object. */
function groupValues(relation: Relation, by: readonly GroupKey[], row: RawGroup): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [name, column] of Object.entries(relation.columnOf)) {
    const value = decodeScalar(row[column], typeIn(relation, name))
    const isDate = relation.shape.fields[name]!.type === 'date' && typeof value === 'number'
    values[name] = isDate ? new Date(value).toISOString() : value
  }
  const id = by.length === 1 ? values[by[0]!.name] : Object.fromEntries(by.map((key) => [key.name, values[key.name]]))
  return { _id: by.length === 0 ? null : id, ...values }
}

/** Puts the first rows of each group of the page beside it: one statement finds them, one reads them. */
async function addTops<S extends Selection>(
  db: Reader,
  source: ListSource<S>,
  rows: Rows,
  step: GroupStep,
  raw: readonly RawGroup[],
  groups: Group<S>[],
): Promise<Group<S>[]> {
  if (groups.length === 0) return groups
  const found = await findTops(db, source, rows, step, raw)
  const ids = [...new Set(found.map((entry) => entry.id))]
  const read = await db
    .select({ row: source.select, id: source.columns.id })
    .from(source.columns.table)
    .where(inList(source.columns.id, sql.param(listValue(ids)), 'text'))
  const byId = new Map((read as { id: string; row: SelectedRow<S> }[]).map((entry) => [entry.id, entry.row]))
  return groups.map((group, index) => ({
    ...group,
    top: found
      .filter((entry) => step.by.every((_, key) => sameValue(entry[`k${key}`], raw[index]![`k${key}`])))
      .map((entry) => byId.get(entry.id))
      .filter((row) => row !== undefined),
  }))
}

const sameValue = (a: unknown, b: unknown) => (a ?? null) === (b ?? null)

type Found = RawGroup & { id: string }

function findTops(
  db: Reader,
  { columns, resource }: ListSource,
  rows: Rows,
  step: GroupStep,
  raw: readonly RawGroup[],
) {
  const { from, value } = unwind({ columns, where: rows.where }, step.by, undefined, [])
  const { keys, count } = step.top!
  const terms = orderTerms(rowKeys(columns, resource, keys))
  const names = step.by.map((_, index) => sql.raw(`k${index}`))
  const ofPage = raw.map((group) => {
    const same = step.by.map((key, index) => {
      const type = sqlType(key.field.type)
      const wanted = bound(decodeScalar(group[`k${index}`], type), type)
      const x: Column | SQL = value(key.field)
      return wanted ? sql`${x} = ${wanted}` : sql`${x} is null`
    })
    return sql`(${sql.join(same, sql` and `)})`
  })
  const filter = step.filter
    ? sql` and ${filterSql({ kind: 'filter', filter: step.filter }, columns, rows.scope)}`
    : sql``
  const partition = sql.join(
    step.by.map((key) => sql`${value(key.field)}`),
    sql`, `,
  )
  const selected = step.by.map((key, index) => sql`${value(key.field)} as ${names[index]!}`)
  const numbered = sql`select ${sql.join(selected, sql`, `)}, ${columns.id} as id, row_number() over (partition by ${partition} order by ${sql.join(terms, sql`, `)}) as place from ${from} where ${rows.where}${filter} and (${sql.join(ofPage, sql` or `)})`
  return all<Found>(
    db,
    sql`select * from (${numbered}) numbered where place <= ${typed(sql.param(count), 'integer')} order by place`,
  )
}

import { type Column, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { AnyColumn } from '@/db/dialect/columns'
import { driverValue, inList, listValue, type SqlType, typed } from '@/db/dialect/query-sql'
import { all, type Reader } from '@/db/index'
import type { Resource } from '@/lib/resources/resource'
import { type ApplyStep, appliedShape, type GroupKey, type GroupStep } from './apply'
import type { AnyColumnMap } from './column-map'
import { compilePlan, sortExpression, sqlType } from './compile'
import type { CursorValue } from './cursor'
import { groupSql, unwind } from './group-sql'
import { behind, orderTerms, reversed } from './keyset'
import type { ListQuery } from './list-query'
import type { SortedKey } from './list-sort'
import type { ListSource, SelectedRow, Selection } from './list-source'
import { type ListScope, listWhere } from './list-where'
import { type SortKey, withTieBreak } from './order-by'
import { type Keyed, type Page, readPage, type Walk } from './page-walk'
import { newSlots, planFilter } from './plan'
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

/** Rows of the resource's own table: a condition, and what an `orderby` said last. */
type Rows = {
  where: SQL
  scope?: SQL
  order?: SortKey[]
  /** The steps' part of `where`, for the ordinary list. */
  conditions: { key: string; values: []; sql: () => SQL }[]
}

const inline = (values: readonly unknown[]) => (slot: number) => sql`${sql.param(values[slot])}`

function selectRows(source: ListSource, query: ListQuery, scope: ListScope, steps: readonly ApplyStep[]): Rows {
  const { columns, resource } = source
  const base = listWhere(source, query, scope)
  const rows: Rows = { where: base.sql(inline(base.slots.values)), conditions: [] }
  if (scope.scope && scope.scope.column === columns.scopedBy) rows.scope = sql`${sql.param(scope.scope.value)}`
  steps.forEach((step, index) => {
    if (step.kind === 'orderby') rows.order = step.keys
    if (step.kind !== 'filter' && step.kind !== 'top') return
    const condition =
      step.kind === 'filter' ? filterSql(step, columns, rows.scope) : topSql(columns, rows, step.count, resource)
    rows.where = step.kind === 'filter' ? sql`${rows.where} and ${condition}` : condition
    rows.conditions.push({
      key: `apply ${base.key} ${JSON.stringify([base.slots.values, steps.slice(0, index + 1)])}`,
      values: [],
      sql: () => condition,
    })
  })
  return rows
}

function filterSql(step: Extract<ApplyStep, { kind: 'filter' }>, columns: AnyColumnMap, scope?: SQL): SQL {
  const slots = newSlots()
  const plan = planFilter(step.filter, slots)
  return compilePlan(plan, { columns, slot: inline(slots.values), scope })
}

const rowKeys = (columns: AnyColumnMap, resource: Resource, keys: readonly SortKey[]): SortedKey[] =>
  withTieBreak(keys).map(({ path, direction }) => ({
    ...sortExpression(columns, path),
    direction,
    type: sqlType(resource.fields[path]!.type),
  }))

function topSql(columns: AnyColumnMap, { where, order }: Rows, count: number, resource: Resource): SQL {
  const terms = orderTerms(rowKeys(columns, resource, order ?? resource.defaultSort))
  return sql`${columns.id} in (select ${columns.id} from ${columns.table} where ${where} order by ${sql.join(terms, sql`, `)} limit ${sql.param(count)})`
}

/** Groups while the steps work on them: a table expression, and how each name is called in it. */
type Relation = { sql: SQL; shape: Resource; columnOf: Record<string, string>; order?: SortKey[] }

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
  const [counted] = await all<{ count: number }>(db, sql`select count(*) as count from (${relation.sql}) g`)
  const order = query.applySort?.length ? query.applySort : (relation.order ?? [])
  const keys = groupKeys(relation, withKeys(order, by))
  const page = await readPage(query.page, Number(counted!.count), false, (walk) => readGroups(db, relation, keys, walk))
  const groups = page.rows.map((row) => ({ values: groupValues(relation, by, row) }))
  const step = first.kind === 'groupby' && first.top && by.length > 0 ? first : undefined
  return { ...page, rows: step ? await addTops(db, source, rows, step, page.rows, groups) : groups }
}

function firstRelation(
  source: ListSource,
  rows: Rows,
  step: Extract<ApplyStep, { kind: 'groupby' | 'aggregate' }>,
): Relation {
  const by = step.kind === 'groupby' ? step.by : []
  const filter =
    step.kind === 'groupby' && step.filter
      ? filterSql({ kind: 'filter', filter: step.filter }, source.columns, rows.scope)
      : undefined
  const columnOf: Record<string, string> = {}
  for (const [index, key] of by.entries()) columnOf[key.name] = `k${index}`
  for (const [index, aggregate] of step.aggregates.entries()) columnOf[aggregate.alias] = `a${index}`
  return {
    sql: groupSql({ columns: source.columns, where: rows.where, filter, scope: rows.scope }, by, step.aggregates),
    shape: appliedShape([step], source.resource).resource,
    columnOf,
  }
}

/** Steps behind the grouping see the groups as a table `g`. */
function nextRelation(relation: Relation, step: ApplyStep, shape: Resource): Relation {
  const columns = relationColumns(relation)
  switch (step.kind) {
    case 'filter':
      return { ...relation, sql: sql`select * from (${relation.sql}) g where ${filterSql(step, columns)}` }
    case 'orderby':
      return { ...relation, order: step.keys }
    case 'top': {
      const terms = orderTerms(groupKeys(relation, withKeys(relation.order ?? [], keysOf(relation))))
      const ordered = terms.length > 0 ? sql` order by ${sql.join(terms, sql`, `)}` : sql``
      return { ...relation, sql: sql`select * from (${relation.sql}) g${ordered} limit ${sql.param(step.count)}` }
    }
    case 'aggregate': {
      const columnOf = Object.fromEntries(step.aggregates.map((aggregate, index) => [aggregate.alias, `a${index}`]))
      const table = sql`(${relation.sql}) g`
      const input = { columns: { ...columns, table: table as unknown as AnyColumnMap['table'] }, where: sql`1 = 1` }
      return { sql: groupSql(input, [], step.aggregates), shape, columnOf }
    }
    case 'groupby':
      throw new Error('Groups are not grouped again; readApply refuses it.')
  }
}

const keysOf = (relation: Relation) =>
  Object.keys(relation.columnOf)
    .filter((name) => relation.columnOf[name]!.startsWith('k'))
    .map((name) => ({ name }))

function relationColumns(relation: Relation): AnyColumnMap {
  const fields = Object.fromEntries(
    Object.entries(relation.columnOf).map(([name, column]) => [name, sql.raw(`g.${column}`)]),
  )
  // Groups have no id and no lists, and nothing asks for them.
  return { table: undefined as never, id: undefined as unknown as AnyColumn, fields, lists: {} }
}

/** Grouping keys identify a group, so they make any order total. */
function withKeys(order: readonly SortKey[], by: readonly { name: string }[]): SortKey[] {
  const rest = by.filter((key) => !order.some((given) => given.path === key.name))
  return [...order, ...rest.map((key): SortKey => ({ path: key.name, direction: 'asc' }))]
}

type GroupSortKey = SortedKey & { column: string }

const groupKeys = (relation: Relation, order: readonly SortKey[]): GroupSortKey[] =>
  order.map(({ path, direction }) => {
    const column = relation.columnOf[path]!
    return { value: sql.raw(`g.${column}`), nullable: true, direction, type: typeIn(relation, path), column }
  })

const typeIn = (relation: Relation, name: string) => sqlType(relation.shape.fields[name]!.type)

type RawGroup = Record<string, unknown>

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
    sql`select * from (${relation.sql}) g${condition}${order} limit ${sql.param(walk.limit)} offset ${sql.param(walk.offset)}`,
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
  const { from, value } = unwind({ columns, scope: rows.scope }, step.by, undefined, [])
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

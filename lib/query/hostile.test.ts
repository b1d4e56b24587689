import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Database } from '@/db'
import { orders, products } from '@/db/schema'
import { productColumns } from '@/lib/catalog/columns'
import { AppError } from '@/lib/errors'
import { orderColumns } from '@/lib/orders/columns'
import { orderResource } from '@/lib/resources/order'
import { productResource } from '@/lib/resources/product'
import type { Resource } from '@/lib/resources/resource'
import { testDatabase } from '@/lib/testing/database'
import { randomOrders } from '@/lib/testing/query-random'
import {
  productSample,
  sampleOrganization,
  storeOrderSamples,
  storeOrganizations,
  storeProductSamples,
  variantSample,
} from '@/lib/testing/query-samples'
import { operatorsByType } from './check'
import { tokenCodec } from './cursor'
import { readListQuery } from './list-query'
import { type ListSource, listSource } from './list-source'
import { findField, sortNames } from './paths'
import { runApply } from './run-apply'
import { runList } from './run-list'

/** 400 by default; `QUERY_RUNS=10000` for the long run. */
const numRuns = Number(process.env.QUERY_RUNS || 400)

const sources: ListSource[] = [
  listSource({
    resource: orderResource,
    columns: orderColumns,
    select: { id: orders.id },
    search: { index: 'order_search', number: orders.number, rankBy: [orders.customerName] },
  }),
  listSource({
    resource: productResource,
    columns: productColumns,
    select: { id: products.id },
    search: { index: 'product_search', number: products.number, rankBy: [products.name] },
  }),
]
const tokens = tokenCodec('secret')
let db: Database

beforeAll(async () => {
  db = await testDatabase()
  await db.transaction(async (tx) => {
    await storeOrganizations(tx)
    await storeOrderSamples(tx, randomOrders(60, 3))
    await storeProductSamples(
      tx,
      [1, 2, 3].map((n) => productSample(n, { tags: ['a', 'b'], variants: [variantSample(n, `s${n}`, n)] })),
    )
  })
})

const literals: Record<string, readonly string[]> = {
  text: ["'a'", "''", "'it''s'", "'%'", "'😀'", "'\ufb01'", "'PENDING'", "'red'", 'null'],
  number: ['1', '-1.5', '99999999999999999999', '0.1', '2147483648', '9007199254740993', 'null'],
  date: [
    '2024-01-01T00:00:00Z',
    "'2024-01-01T00:00:00Z'",
    "'0001-01-01T00:00:00Z'",
    "'9999-12-31T23:59:59+00:01'",
    'null',
  ],
  boolean: ['true', 'false', 'null'],
}
const kindOf = {
  id: 'text',
  string: 'text',
  enum: 'text',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  open: 'text',
  any: 'text',
}

/** Query strings near the language: made of its own words, mostly fitting, then at times damaged a little. */
function queryOf(resource: Resource): fc.Arbitrary<Record<string, string>> {
  const names = Object.keys(resource.fields).map((name) =>
    resource.fields[name]!.type === 'open' ? `${name}.a.b` : name,
  )
  const path = fc.constantFrom(...names, ...names, ...names, ...Object.keys(resource.aliases), 'colour')
  const sortable = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...sortNames(resource)) },
    { weight: 1, arbitrary: path },
  )
  const anyLiteral = fc.constantFrom(...Object.values(literals).flat())
  const term = path.chain((p) => {
    const type = findField(resource, p)?.field.type ?? 'string'
    const values = findField(resource, p)?.field.values?.map((word) => `'${word}'`)
    const fitting = fc.constantFrom(...(values ?? literals[kindOf[type]]!))
    const literal = fc.oneof({ weight: 20, arbitrary: fitting }, { weight: 1, arbitrary: anyLiteral })
    const operator = fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom(...operatorsByType[type]) },
      { weight: 1, arbitrary: fc.constantFrom('eq', 'gt', 'co', 'like', '=') },
    )
    return fc.tuple(operator, fc.array(literal, { minLength: 1, maxLength: 7 })).map(([word, list]) => {
      if (word === 'pr') return `${p} pr`
      if (word === 'in') return `${p} in (${list.join(',')})`
      return word.endsWith('with') ? `${word}(${p},${list[0]})` : `${p} ${word} ${list[0]}`
    })
  })
  const joint = fc.constantFrom(' and ', ' or ', ' and not ', ' or (')
  const filter = fc.array(fc.tuple(term, joint), { minLength: 1, maxLength: 3 }).map((terms) => {
    const text = terms.map(([t, j], index) => (index < terms.length - 1 ? t + j : t)).join('')
    return text + ')'.repeat((text.match(/ or \(/g) ?? []).length)
  })
  const keys = fc
    .array(fc.tuple(sortable, fc.constantFrom('', ' asc', ' desc')), { minLength: 1, maxLength: 3 })
    .map((list) => list.map((k) => k.join('')).join(','))
  const aggregate = fc
    .tuple(path, fc.constantFrom('sum', 'min', 'max', 'average', 'countdistinct'))
    .map(([p, m]) => `aggregate($count as n, ${p} with ${m} as x)`)
  const step = fc.oneof(
    filter.map((text) => `filter(${text})`),
    aggregate,
    fc.tuple(path, aggregate).map(([p, a]) => `groupby((${p}),${a})`),
    fc.tuple(path, path, keys).map(([p, q, k]) => `groupby((${p},${q}),orderby(${k}) then top(2))`),
    keys.map((text) => `orderby(${text})`),
    fc.constantFrom('top(2)', 'identity', 'groupby((status))'),
  )
  const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 })
  const record = fc
    .record({
      $filter: optional(filter),
      $orderBy: optional(keys),
      $apply: fc.option(
        fc.array(step, { minLength: 1, maxLength: 2 }).map((steps) => steps.join(' then ')),
        { nil: undefined, freq: 1 },
      ),
      $search: optional(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 12 }),
          fc.constantFrom('a', '"a b"', '赤', '*', 'AND', '"', "'", 'eot', 'a:b -c'),
        ),
      ),
      $expand: optional(fc.constantFrom('organization', "organization($filter=name eq 'x')", 'nothing')),
      $top: optional(fc.constantFrom('1', '2', '100', '100', '0', 'x')),
      $skip: optional(fc.constantFrom('0', '3', '2147483648', '2147483649', '-1')),
    })
    .map(
      (parts) =>
        Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Record<string, string>,
    )
  const damage = fc.tuple(
    fc.nat(200),
    fc.constantFrom('', "'", '(', ')', '\u0000', '\ud800', '%', ' ', ',', '.', '9'),
    fc.nat(3),
  )
  return fc.tuple(record, fc.option(damage, { freq: 1 })).map(([query, spoil]) => {
    if (!spoil) return query
    const [place, text, cut] = spoil
    return Object.fromEntries(
      Object.entries(query).map(([name, value]) => [name, value.slice(0, place) + text + value.slice(place + cut)]),
    )
  })
}

test('any query is answered or refused with a 400, never anything else', { timeout: 1_200_000 }, async () => {
  let answered = 0
  const arbitrary = fc
    .constantFrom(...sources)
    .chain((source) => fc.tuple(fc.constant(source), queryOf(source.resource)))
  await fc.assert(
    fc.asyncProperty(arbitrary, async ([source, parameters]) => {
      try {
        const query = readListQuery(source.resource, new URLSearchParams(parameters), { tokens, scope: '' })
        const scope = { scope: { column: source.columns.scopedBy!, value: sampleOrganization } }
        if (query.apply) await runApply(db.reader, source, query, scope)
        else await runList(db.reader, source, query, scope)
        answered++
      } catch (error) {
        if (!(error instanceof AppError && error.status === 400)) throw error
        expect(error.message.length).toBeLessThan(2000)
      }
    }),
    { numRuns },
  )
  // The words are right often enough to reach the database.
  expect(answered).toBeGreaterThan(numRuns / 20)
})

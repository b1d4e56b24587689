import fc from 'fast-check'
import type { FilterTree, Literal } from '@/lib/query/tree'
import { cancelReasons, orderResource, orderStatuses } from '@/lib/resources/order'
import {
  lineSample,
  type OrderSample,
  orderSample,
  otherOrganization,
  sampleId,
  sampleOrganization,
} from './query-samples'

const names = [
  'Yamada Taro',
  'yamada taro',
  '山田 太郎',
  'ヤマダタロウ',
  'ﾔﾏﾀﾞﾀﾛｳ',
  'やまだたろう',
  'ＡＢＣ',
  'abc',
  '100%',
  'a_b',
  'a*b',
  "O'Brien",
  'Straße',
  'ΟΔΥΣΣΕΥΣ',
  '😀 smile',
  '\ufb01ne',
  '',
]
const skus = ['S-1', 's-1', 'S-2', 'X_9', 'X%9', '赤', '\uff21-1', '\uffee\ue000', '😀']
const amounts = [0, 1, 2, 3, 10, 100, 110, 2 ** 40, 999_999_999_999]
const instants = [0, Date.UTC(2024, 0, 1), Date.UTC(2024, 1, 29, 12, 30, 0, 1), Date.UTC(2026, 5, 1)]
const openValues: unknown[] = [
  'red',
  'Red',
  'ＲＥＤ',
  '',
  '1',
  1,
  1.5,
  -1,
  0,
  1e21,
  true,
  false,
  null,
  [],
  ['red', 1, null],
  ['blue'],
  [['red']],
  { inner: 'red' },
  {},
]

const pick = <T>(values: readonly T[]) => fc.constantFrom(...values)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 2 })

const customFields = fc
  .dictionary(pick(['color', 'size', 'gift']), pick(openValues), { maxKeys: 3, noNullPrototype: true })
  .chain((fields) =>
    fc
      .option(pick(openValues), { nil: undefined })
      .map((inner) => (inner === undefined ? fields : { ...fields, nested: { deep: inner } })),
  )

const line = fc
  .record({
    product: pick([1, 2, 3]).map((n) => sampleId('p', n)),
    productName: pick(names),
    variant: pick([1, 2, 3]).map((n) => sampleId('v', n)),
    sku: pick(skus),
    quantity: pick([1, 2, 3, 10]),
    amount: pick(amounts),
    taxable: fc.boolean(),
  })
  .map(({ amount, taxable, ...parts }) => lineSample({ ...parts, price: { amount, taxable } }))

const order = fc
  .record({
    organization: pick([sampleOrganization, sampleOrganization, sampleOrganization, otherOrganization]),
    status: pick(orderStatuses),
    cancelReason: maybe(pick(cancelReasons)),
    legalEntityId: maybe(pick(['ACME', 'acme', ''])),
    totalPrice: pick(amounts),
    closedAt: maybe(pick(instants)),
    canceledAt: maybe(pick(instants)),
    createdAt: pick(instants),
    name: pick(names),
    addressLine2: maybe(pick(names)),
    user: maybe(pick([1, 2]).map((n) => sampleId('u', n))),
    lineItems: fc.array(line, { maxLength: 3 }),
    customFields,
  })
  .map(({ name, addressLine2, user, ...parts }) => ({ ...parts, customer: { name, addressLine2, user } }))

/** Orders full of edges, the same for the same seed. */
export const randomOrders = (count: number, seed: number): OrderSample[] =>
  fc
    .sample(order, { numRuns: count, seed })
    .map((parts, index) => orderSample(index + 1, parts as Partial<OrderSample>))

const textLiteral = (values: readonly string[]) =>
  pick(values).map((value): Literal => ({ type: 'string', value, at: 0 }))
const nullLiteral = fc.constant<Literal>({ type: 'null', at: 0 })
const numberLiteral = pick([...amounts, -1, 1.5, 2.5, 0.1, 1e18, 1e30, -1e30, 2 ** 53]).map(
  (value): Literal => ({ type: 'number', value, at: 0 }),
)
const booleanLiteral = fc.boolean().map((value): Literal => ({ type: 'boolean', value, at: 0 }))
const dateLiteral = fc.tuple(pick(instants), fc.boolean()).map(([instant, quoted]): Literal => {
  const value = new Date(instant).toISOString()
  return { type: quoted ? 'string' : 'date', value, at: 0 }
})

const fields = orderResource.fields
const texts = [...names, ...skus, 'red', 'RED', 'yama', 'ﾀﾛｳ', '%', '_', '*', "'", 'ss', 'σ', 'a', sampleId('p', 1)]

const openLiteral = fc.oneof(
  textLiteral(['red', 'RED', '1', '']),
  pick([0, 1, 1.5, -1]).map((value): Literal => ({ type: 'number', value, at: 0 })),
  booleanLiteral,
)

type Kind = { literal: fc.Arbitrary<Literal>; operators: readonly string[]; text: boolean }

function kindOf(path: string): Kind {
  const field = fields[path as keyof typeof fields] as { type: string; values?: readonly string[] } | undefined
  const ordering = ['eq', 'ne', 'gt', 'ge', 'lt', 'le']
  switch (field?.type) {
    case 'enum':
      return { literal: textLiteral(field.values!), operators: ['eq', 'ne'], text: true }
    case 'id':
      return {
        literal: textLiteral([1, 2].flatMap((n) => [sampleId('p', n), sampleId('u', n), sampleId('o', n)])),
        operators: ['eq', 'ne'],
        text: true,
      }
    case 'string':
      return { literal: textLiteral(texts), operators: ordering, text: true }
    case 'integer':
      return { literal: numberLiteral, operators: ordering, text: false }
    case 'boolean':
      return { literal: booleanLiteral, operators: ['eq', 'ne'], text: false }
    case 'date':
      return { literal: dateLiteral, operators: ordering, text: false }
    default:
      return { literal: openLiteral, operators: ['eq', 'ne'], text: true }
  }
}

const filterPaths = [
  'number',
  'organization',
  'status',
  'cancelReason',
  'legalEntityId',
  'totalPrice',
  'closedAt',
  'canceledAt',
  'createdAt',
  'customer.user',
  'customer.name',
  'customer.addressLine2',
  'lineItems.product',
  'lineItems.productName',
  'lineItems.sku',
  'lineItems.quantity',
  'lineItems.price.amount',
  'lineItems.price.taxable',
  'customFields.color',
  'customFields.size',
  'customFields.gift',
  'customFields.nested',
  'customFields.nested.deep',
  'customFields.absent',
]

const term: fc.Arbitrary<FilterTree> = pick(filterPaths).chain((path): fc.Arbitrary<FilterTree> => {
  const { literal, operators, text } = kindOf(path)
  const withNull = fc.oneof({ weight: 8, arbitrary: literal }, { weight: 1, arbitrary: nullLiteral })
  const comparison = fc.record({
    kind: fc.constant('compare' as const),
    operator: pick(operators) as fc.Arbitrary<'eq'>,
    path: fc.constant(path),
    value: withNull,
    at: fc.constant(0),
  })
  const ordered = fc.record({
    kind: fc.constant('compare' as const),
    operator: pick(['gt', 'ge', 'lt', 'le']) as fc.Arbitrary<'gt'>,
    path: fc.constant(path),
    value: fc.oneof(textLiteral(texts), numberLiteral),
    at: fc.constant(0),
  })
  const textual = fc.record({
    kind: fc.constant('compare' as const),
    operator: pick(['co', 'startswith', 'endswith'] as const),
    path: fc.constant(path),
    value: textLiteral(texts),
    at: fc.constant(0),
  })
  const list = fc.record({
    kind: fc.constant('in' as const),
    path: fc.constant(path),
    values: fc.array(withNull, { minLength: 1, maxLength: 7 }),
    at: fc.constant(0),
  })
  const present = fc.constant<FilterTree>({ kind: 'present', path, at: 0 })
  return fc.oneof(
    comparison,
    list,
    present,
    ...(text ? [textual] : []),
    ...(path.startsWith('customFields') ? [ordered] : []),
  )
})

/** Well-formed filters over orders, whose values often meet those of `randomOrders`. */
export const orderFilter: fc.Arbitrary<FilterTree> = fc.letrec<{ tree: FilterTree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    term,
    tie('tree').map((node): FilterTree => ({ kind: 'not', node })),
    fc.record({ kind: pick(['and', 'or'] as const), nodes: fc.array(tie('tree'), { minLength: 2, maxLength: 4 }) }),
  ),
})).tree

import { tenantStatuses, tenantWords } from '@/lib/api/tenant/status'
import { ordersCalled, type WordTree } from '@/lib/orders/projection'
import { numberOf } from '@/lib/orders/public-number'
import { and, filtersFor, or } from '@/lib/query/build'
import type { CheckedFilter } from '@/lib/query/checked'
import { orderCoreResource } from '@/lib/resources/order-core'
import type { CheckedClause } from './check'

const core = filtersFor(orderCoreResource)

/** Columns that hold exactly what the answer shows. */
const texts = {
  currency: 'currency',
  siteCode: 'siteCode',
  legalEntityId: 'legalEntityId',
  restriction: 'restriction',
  cartId: 'cartId',
  quoteId: 'quoteId',
  createdBy: 'createdBy',
  'mixins.core.orderStatus': 'status',
  'mixins.core.placement': 'placement',
  'mixins.core.paymentStatus': 'paymentStatus',
  'mixins.core.fulfillmentStatus': 'fulfillmentStatus',
  'mixins.core.disputeStatus': 'disputeStatus',
  'mixins.core.externalId': 'externalId',
} as const

const instants = {
  created: 'createdAt',
  completed: 'closedAt',
  lastStatusChange: 'lastStatusChangeAt',
  'metadata.modifiedAt': 'updatedAt',
} as const

const own = <T extends object>(record: T, key: string): T[keyof T] | undefined =>
  Object.hasOwn(record, key) ? record[key as keyof T] : undefined

/** The literals a clause compares with for equality; undefined for other predicates. */
function equalTo({ predicate }: CheckedClause): string[] | undefined {
  if (predicate.kind === 'equals') return [predicate.value.text]
  return predicate.kind === 'any' ? predicate.values.map(({ text }) => text) : undefined
}

function textFilter(clause: CheckedClause, column: (typeof texts)[keyof typeof texts]): CheckedFilter | undefined {
  const values = equalTo(clause)
  if (values) return core.in(column, values as never)
  if (clause.predicate.kind === 'null') return or(core.isNull(column), core.eq(column, '' as never))
  if (clause.predicate.kind === 'exists') return core.isPresent(column)
  return undefined
}

const operators = { '>': 'gt', '>=': 'ge', '<': 'lt', '<=': 'le' } as const

function instantFilter(
  { predicate }: CheckedClause,
  column: (typeof instants)[keyof typeof instants],
): CheckedFilter | undefined {
  if (predicate.kind === 'null' || predicate.kind === 'missing') return core.isNull(column)
  if (predicate.kind === 'exists') return core.isPresent(column)
  if (predicate.kind !== 'bounds') return undefined
  const bounds = predicate.bounds.map(({ operator, value }) => {
    // What has no zone is UTC, which Date.parse would take for local; the values themselves were checked.
    const zoned = /([Zz]|[+-]\d{2}:?\d{2})$/.test(value.text.slice(10)) || value.text.length === 10
    return core[operators[operator]](column, new Date(Date.parse(zoned ? value.text : `${value.text}Z`)))
  })
  return and(...bounds)
}

/**
 * The same question to the store, for clauses about columns that hold exactly what the answer shows; undefined for all
 * others, which are decided on the rendered orders (see evaluate.ts). Both must give the same orders.
 */
export function toFilter(clause: CheckedClause): CheckedFilter | undefined {
  const column = own(texts, clause.path)
  if (column) return textFilter(clause, column)
  const instant = own(instants, clause.path)
  if (instant) return instantFilter(clause, instant)
  const values = equalTo(clause)
  if (!values) return undefined
  if (clause.path === 'id') {
    return core.in(
      'number',
      values.flatMap((text) => numberOf('EON', text) ?? []),
    )
  }
  if (clause.path === 'status') return statusFilter(values)
  return undefined
}

/** Orders that are called one of these; words nobody has match nothing. */
export const statusFilter = (words: readonly string[]): CheckedFilter =>
  ordersCalled(
    tenantWords as WordTree<string>,
    words.filter((word) => (tenantStatuses as readonly string[]).includes(word)),
  )

/** Splits clauses into what the store decides and what is decided on the rendered orders. */
export function splitClauses(clauses: readonly CheckedClause[]): { filter?: CheckedFilter; rest: CheckedClause[] } {
  const filters: CheckedFilter[] = []
  const rest: CheckedClause[] = []
  for (const clause of clauses) {
    const filter = toFilter(clause)
    if (filter) filters.push(filter)
    else rest.push(clause)
  }
  return { filter: filters.length > 0 ? and(...filters) : undefined, rest }
}

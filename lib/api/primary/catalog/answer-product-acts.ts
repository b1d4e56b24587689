import type { z } from 'zod'
import type { Database, Reader } from '@/db'
import type { Actor } from '@/lib/auth/actor'
import { bulkChangeProducts } from '@/lib/catalog/products/bulk-change'
import type { ChangeOutcome, ChangeRow } from '@/lib/catalog/products/change-outcome'
import type { Visibility } from '@/lib/catalog/products/find-visibility'
import type { ProductSelection } from '@/lib/catalog/products/select-products'
import { toIso } from '@/lib/clock'
import type { Organization } from '@/lib/organizations/organization'
import { readFilter } from '@/lib/query/check'
import { readSearch } from '@/lib/query/search'
import { productResource } from '@/lib/resources/product'
import type { bulkChangeSchema, changeResultSchema, visibilitySchema } from './product-act-schemas'

type Body = z.output<typeof bulkChangeSchema>

/** Theirs to ours: which products. @throws AppError BadArgument with the place in the filter */
function readSelection({ ids, filter, search, excludeIds, expectedCount }: Body): ProductSelection {
  if (ids) return { ids }
  return {
    filter: filter?.trim() ? readFilter(filter, productResource) : undefined,
    search: search === undefined ? undefined : readSearch(search),
    excludeIds,
    expectedCount,
  }
}

/** Ours to theirs: the rows and how many came to what. */
export function toChangeResult(batchId: string, results: readonly ChangeRow[]): z.output<typeof changeResultSchema> {
  const count = (...outcomes: ChangeOutcome[]) => results.filter(({ outcome }) => outcomes.includes(outcome)).length
  return {
    batchId,
    total: results.length,
    changed: count('changed'),
    unchanged: count('unchanged'),
    refused: count('notAllowed', 'notFound', 'changedSince'),
    skipped: count('skipped'),
    results: results.map(({ changedBy, inner, ...row }) => ({
      ...row,
      ...(inner ? { innererror: inner } : {}),
      ...(changedBy
        ? {
            changedBy: {
              actor: { kind: changedBy.actorKind, id: changedBy.actorId, name: changedBy.actorName },
              operation: changedBy.operation,
              at: toIso(changedBy.at),
            },
          }
        : {}),
    })),
  }
}

type Asking = {
  db: Reader
  transact: Database['transaction']
  actor: Actor
  organization: Organization
  body: Body
  request: Request
}

export async function answerBulkChange({ db, transact, actor, organization, body, request }: Asking) {
  const run = { organization, batchId: body.batchId, signal: request.signal }
  const done = await bulkChangeProducts(db, transact, actor, readSelection(body), body.change, run)
  return toChangeResult(done.batchId, done.results)
}

export const toVisibility = ({ conditions, ...rest }: Visibility): z.output<typeof visibilitySchema> => ({
  ...rest,
  conditions: conditions.map(({ at, ...condition }) => ({
    ...condition,
    ...(at === undefined ? {} : { at: toIso(at) }),
  })),
})

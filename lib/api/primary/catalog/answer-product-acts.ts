import type { z } from 'zod'
import type { Database, Reader } from '@/db'
import { readMatching } from '@/lib/api/primary/bulk/read-matching'
import { toChangedBy } from '@/lib/api/primary/bulk/to-changed-by'
import type { Actor } from '@/lib/auth/actor'
import { bulkChangeProducts } from '@/lib/catalog/products/bulk-change'
import type { ChangeOutcome, ChangeRow } from '@/lib/catalog/products/change-outcome'
import type { Visibility } from '@/lib/catalog/products/find-visibility'
import type { ProductSelection } from '@/lib/catalog/products/select-products'
import { toIso } from '@/lib/clock'
import type { Organization } from '@/lib/organizations/organization'
import { productResource } from '@/lib/resources/product'
import type { bulkChangeSchema, changeResultSchema, visibilitySchema } from './product-act-schemas'

type Body = z.output<typeof bulkChangeSchema>

/** Theirs to ours: which products. @throws AppError BadArgument with the place in the filter */
const readSelection = (body: Body): ProductSelection =>
  body.ids ? { ids: body.ids } : readMatching(body, productResource)

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
      ...toChangedBy(changedBy),
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

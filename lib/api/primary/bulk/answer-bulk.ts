import type { z } from 'zod'
import type { Database, Reader } from '@/db'
import type { Actor } from '@/lib/auth/actor'
import type { OrderSelection } from '@/lib/orders/bulk-selection'
import { bulkTransition, foreseeBulkTransition } from '@/lib/orders/bulk-transition'
import type { RowOutcome, RowResult } from '@/lib/orders/row-outcome'
import { orderResource } from '@/lib/resources/order'
import { readMatching } from './read-matching'
import type { bulkResultSchema, bulkTransitionSchema } from './schemas'
import { toChangedBy } from './to-changed-by'

type Body = z.output<typeof bulkTransitionSchema>

/** Theirs to ours: which orders. @throws AppError BadArgument with the place in the filter */
const readSelection = (body: Body): OrderSelection =>
  body.ids ? { ids: body.ids, versions: body.ifVersions } : readMatching(body, orderResource)

/** Ours to theirs: the rows and how many came to what. */
export function toBulkResult(batchId: string | null, results: readonly RowResult[]): z.output<typeof bulkResultSchema> {
  const count = (...outcomes: RowOutcome[]) => results.filter(({ outcome }) => outcomes.includes(outcome)).length
  return {
    batchId,
    total: results.length,
    moved: count('moved'),
    unchanged: count('unchanged'),
    refused: count('notAllowed', 'notFound'),
    changed: count('changedSince'),
    skipped: count('skipped'),
    results: results.map(({ changedBy, ...row }) => ({ ...row, ...toChangedBy(changedBy) })),
  }
}

type Asking = { db: Reader; transact: Database['transaction']; actor: Actor; body: Body; request: Request }

/** The bulk transition of one organization's orders, or of all. */
export async function answerBulkTransition({ db, transact, actor, body, request }: Asking, organizationId?: string) {
  const selection = readSelection(body)
  const { status, cancelReason, note, batchId } = body
  const move = { status, cancelReason, note }
  if (body.dryRun) return toBulkResult(null, await foreseeBulkTransition(db, selection, move, { organizationId }))
  const run = { organizationId, batchId, signal: request.signal }
  const done = await bulkTransition(db, transact, actor, selection, move, run)
  return toBulkResult(done.batchId, done.results)
}

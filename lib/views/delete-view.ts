import { eq } from 'drizzle-orm'
import type { Tx } from '@/db'
import { savedViews } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { type Expected, requireVersion } from '@/lib/expected-version'
import { recordChange } from '@/lib/history/record-change'
import { historyOf } from './create-view'
import { getView } from './find-views'
import { requireMayWrite } from './view-group'

/** @throws AppError NotFound, Forbidden, PreconditionFailed */
export async function deleteView(
  tx: Tx,
  actor: Actor,
  organizationId: string,
  viewId: string,
  expected?: Expected,
): Promise<void> {
  const view = await getView(tx, actor, organizationId, viewId)
  requireMayWrite(actor, view)
  requireVersion('The view', view.version, expected)
  await tx.delete(savedViews).where(eq(savedViews.id, view.id))
  await recordChange(tx, actor, {
    organizationId: historyOf(view),
    entity: 'savedView',
    entityId: view.id,
    version: 0,
    operation: 'delete',
    before: view,
  })
}

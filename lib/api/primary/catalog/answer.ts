import { expandLoaders } from '@/lib/api/primary/expand-loaders'
import { listEnvelope } from '@/lib/http/read-query'
import { type Reply, reply, versioned } from '@/lib/http/reply'
import type { Context } from '@/lib/http/route'
import { applyExpand } from '@/lib/query/apply-expand'
import type { Page } from '@/lib/query/page-walk'

type Any = Context<string, undefined, Record<string, never>>

/** What an answer needs of the request; the same for every operation. */
export type Asking = Pick<Any, 'db' | 'actor' | 'expand'>
export type AskingList = Pick<Any, 'db' | 'actor' | 'list' | 'url' | 'pageToken'>

/** One stored resource with what `$expand` asks for and its `ETag`. */
export async function answerOne(
  { db, actor, expand }: Asking,
  body: object,
  version: number,
  parts: Reply = {},
): Promise<Reply> {
  await applyExpand([body], expand, expandLoaders(db, actor))
  return versioned(body, version, parts)
}

/** Several resources that were just made, with what `$expand` asks for. */
export async function answerMany<J extends object>({ db, actor, expand }: Asking, bodies: J[]): Promise<J[]> {
  await applyExpand(bodies, expand, expandLoaders(db, actor))
  return bodies
}

/** One page of a list in its envelope. */
export async function answerPage<R, J extends object>(
  { db, actor, list, ...context }: AskingList,
  page: Page<R>,
  toJson: (row: R) => J,
) {
  const value = page.rows.map(toJson)
  await applyExpand(value, list.expand, expandLoaders(db, actor))
  return listEnvelope(context, page, value)
}

/** A deletion, with the batch under which it is taken back. */
export const answerDeleted = (batchId: string): Reply => reply({ headers: { 'x-batch-id': batchId } })

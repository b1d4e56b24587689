import type { Reader } from '@/db'
import { expandLoaders } from '@/lib/api/primary/expand-loaders'
import type { Actor } from '@/lib/auth/actor'
import { listEnvelope, type PageToken } from '@/lib/http/read-query'
import { applyExpand } from '@/lib/query/apply-expand'
import type { ListQuery } from '@/lib/query/list-query'

type AskingList = { db: Reader; actor: Actor; list: ListQuery; pageToken: PageToken; url: URL }

/**
 * What `$apply` made of a list (spec nodeblocks 5.6): groups, whose `top` holds whole objects, or ordinary rows.
 * `$expand` works on the objects.
 */
export async function answerApplied<Row, Json extends object>(
  context: AskingList,
  applied:
    | { kind: 'rows'; page: { rows: Row[]; total: number } }
    | { kind: 'groups'; page: { rows: { values: Record<string, unknown>; top?: Row[] }[]; total: number } },
  toJson: (row: Row) => Json,
) {
  const { db, actor, list } = context
  const expand = (objects: readonly object[]) => applyExpand(objects, list.expand, expandLoaders(db, actor))
  if (applied.kind === 'rows') {
    const value = applied.page.rows.map(toJson)
    await expand(value)
    return listEnvelope(context, applied.page, value)
  }
  const groups = applied.page.rows.map(({ values, top }) => ({ values, top: top?.map(toJson) }))
  await expand(groups.flatMap((group) => group.top ?? []))
  const value = groups.map(({ values, top }) => (top ? { ...values, top } : values))
  return listEnvelope(context, applied.page, value)
}

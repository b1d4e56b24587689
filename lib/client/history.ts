import { callApi } from './api'
import { growingQuery, listKey } from './lists'
import type { Messages } from './messages/en'
import type { HistoryEntry } from './orders'
import { refusalText } from './refusals'

/** One entry of a history, with what it is about. */
export type Change = HistoryEntry & {
  organization: string | null
  entity: string
  entityId: string
  /** What it is called now, or was when it was deleted; of an order and of a note its number. */
  entityName: string | null
}

/** `/api` is left out, as everywhere. Without an organization: the whole system's, for system admins. */
export const historyPath = (orgId?: string) => (orgId ? `/orgs/${orgId}/history` : '/admin/history')

/** The `$filter` that finds the history of one thing. */
export const entityFilter = (entity: string, entityId: string) => `entity eq '${entity}' and entityId eq '${entityId}'`
export const batchFilter = (batchId: string) => `batchId eq '${batchId}'`

/** The batch a filter asks for and nothing else. */
export const batchOf = (filter: string) => /^\s*batchId eq '([0-9a-z]{24})'\s*$/.exec(filter)?.[1]

const perPage = 50

/** Everything a filter finds in a history, newest first, page by page. */
export const changesQuery = (orgId: string | undefined, filter: string) => {
  const path = historyPath(orgId)
  const query = new URLSearchParams({ $top: String(perPage), $filter: filter })
  return growingQuery<Change>(path, query.toString(), [...listKey(path), 'entity'])
}

type Fields = Record<string, unknown>

/** One thing that an act changed, as people would say it. */
export type Difference = {
  /** The names from the field down, without the keys of list members: `lines.quantity`. */
  path: string
  /**
   * `value`: from `before` to `after`. `added`, `removed`: a member of a list. `members`: plain values that came
   * (`after`) and went (`before`). `order`: the same members in another order.
   */
  kind: 'value' | 'added' | 'removed' | 'members' | 'order'
  /** The member of a list it happened to, as it is afterwards. */
  member?: Fields
  before: unknown
  after: unknown
}

/** Set together with an axis, whose own line tells it already; the entry's time is theirs. */
const implied = new Set([
  'lastStatusChangeAt',
  'placement',
  'placedAt',
  'paidAt',
  'deliveredAt',
  'completedAt',
  'canceledAt',
  'closedAt',
  'publishedAt',
])

/** What the system keeps for itself, and what says where something is rather than what it is. */
const unspoken = new Set([
  'id',
  'version',
  'organizationId',
  'orderId',
  'productId',
  'lineId',
  'createdAt',
  'updatedAt',
  'position',
  'nameFolded',
  'skuHash',
  'hash',
  'passwordHash',
  'visibleFrom',
  'visibleUntil',
  'rank',
  'orderVersion',
  'tryRefundTimes',
  'authorId',
  'invitedBy',
  'acceptedBy',
  'uploadedById',
  'ownerId',
  'objectId',
])

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === 0 ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  (isRecord(value) && Object.keys(value).length === 0)

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

const keyNames = ['id', 'lineId', 'attributeId', 'key', 'name'] as const

const keyOf = (member: Fields) => {
  const name = keyNames.find((each) => each in member)
  return name === undefined ? JSON.stringify(member) : String(member[name])
}

function compareLists(path: string, before: readonly unknown[], after: readonly unknown[]): Difference[] {
  if (![...before, ...after].every(isRecord)) {
    const [old, young] = [before.map((each) => JSON.stringify(each)), after.map((each) => JSON.stringify(each))]
    const gone = before.filter((_, i) => !young.includes(old[i]!))
    const come = after.filter((_, i) => !old.includes(young[i]!))
    if (gone.length + come.length === 0) return [{ path, kind: 'order', before, after }]
    return [{ path, kind: 'members', before: gone, after: come }]
  }
  const old = new Map((before as Fields[]).map((member) => [keyOf(member), member]))
  const young = new Map((after as Fields[]).map((member) => [keyOf(member), member]))
  const found = [...new Set([...old.keys(), ...young.keys()])].flatMap((key): Difference[] => {
    const [was, is] = [old.get(key), young.get(key)]
    // A line that is taken off an order stays in its list, marked as removed.
    if (is && (!was || (was.removed && !is.removed))) {
      return is.removed ? [] : [{ path, kind: 'added', member: is, before: null, after: is }]
    }
    if (was && (!is || (is.removed && !was.removed))) {
      return was.removed ? [] : [{ path, kind: 'removed', member: was, before: was, after: null }]
    }
    return compareRecords(path, was!, is!).map((each) => ({ ...each, member: each.member ?? is }))
  })
  return found.length > 0 ? found : [{ path, kind: 'order', before, after }]
}

function compareRecords(path: string, before: Fields, after: Fields): Difference[] {
  return (
    [...new Set([...Object.keys(before), ...Object.keys(after)])]
      // The keys of custom fields are people's own, whatever they are called.
      .filter((name) => path.startsWith('customFields') || !unspoken.has(name))
      .flatMap((name) => compare(`${path}.${name}`, before[name], after[name]))
  )
}

function compare(path: string, before: unknown, after: unknown): Difference[] {
  if (same(before, after)) return []
  if (Array.isArray(before) || Array.isArray(after)) {
    return compareLists(path, Array.isArray(before) ? before : [], Array.isArray(after) ? after : [])
  }
  if (isRecord(before) || isRecord(after)) {
    const found = compareRecords(path, isRecord(before) ? before : {}, isRecord(after) ? after : {})
    // Of a record that begins or ends, only what it says.
    const whole = !isRecord(before) || !isRecord(after)
    return whole ? found.filter((each) => !(isEmpty(each.before) && isEmpty(each.after))) : found
  }
  return [{ path, kind: 'value', before: before ?? null, after: after ?? null }]
}

/**
 * Of an objection, only what it objects to: a line whose quantity nobody doubts is not worth a word, and the axis of
 * the order tells its status.
 */
function isDoubted({ path, member }: Difference, fields: HistoryEntry['fields']): boolean {
  if (path === 'contest.status') return !('disputeStatus' in fields)
  const { originalQuantity, contestedQuantity, reviewedQuantity } = member ?? {}
  if (path === 'contest.items') return originalQuantity !== contestedQuantity
  if (path === 'contest.items.reviewedQuantity') return reviewedQuantity !== originalQuantity
  return path !== 'contest.originalTotalPrice'
}

/** Every difference of an entry: one for each value, one for each member of a list that came or went. */
export function differencesOf(fields: HistoryEntry['fields']): Difference[] {
  const names = Object.keys(fields).filter((name) => !unspoken.has(name) && !(name === 'lineItems' && fields.lines))
  const spoken = names.filter((name) => !implied.has(name))
  return (spoken.length > 0 ? spoken : names)
    .flatMap((name) => compare(name, ...fields[name]!))
    .filter((each) => !each.path.startsWith('contest') || isDoubted(each, fields))
}

/** What can be asked of the entries of an order. */
export const timelineFilters = ['all', 'status', 'edits', 'notes'] as const
export type TimelineFilter = (typeof timelineFilters)[number]

const axes = ['status', 'paymentStatus', 'fulfillmentStatus', 'disputeStatus']

/** Which of the filters beside `all` an entry belongs to. */
export function timelineKind({ operation, fields }: Pick<HistoryEntry, 'operation' | 'fields'>) {
  if (operation === 'place' || axes.some((axis) => axis in fields)) return 'status' as const
  return 'edits' as const
}

/** A thing of a batch that stayed as it is when the batch was taken back, and the server's reason. */
export type LeftOver = { id: string; name: string; reason: string }
export type BatchReverted = { done: number; left: LeftOver[] }

type RevertAnswer = {
  results: {
    id: string
    number?: number | null
    name?: string | null
    outcome: string
    reason?: string
    innererror?: { code: string; [fact: string]: unknown }
    changedBy?: { actor: { name: string }; operation: string; at: string }
  }[]
}

export const productBatchPath = (orgId: string, batchId: string) => `/orgs/${orgId}/product-batches/${batchId}:revert`
export const catalogBatchPath = (batchId: string) => `/catalog-batches/${batchId}:revert`

/** The acts on products that are taken back together. */
const productActs = new Set(['update', 'delete', 'removeVariants'])

/** Acts that took others back; they stay. */
const reverts = new Set(['revert', 'restore', 'restoreVariants'])
export const isRevert = ({ operation }: Pick<Change, 'operation'>) => reverts.has(operation)

/** Where the batch an entry belongs to can be taken back; undefined when it cannot. */
export function revertPath(
  orgId: string | undefined,
  { entity, operation, batchId }: Pick<Change, 'entity' | 'operation' | 'batchId'>,
): string | undefined {
  if (!batchId) return undefined
  switch (entity) {
    case 'order':
      return `${orgId ? `/orgs/${orgId}` : ''}/batches/${batchId}:revert`
    case 'product':
      return orgId && productActs.has(operation) ? productBatchPath(orgId, batchId) : undefined
    case 'variant':
      return orgId && operation === 'delete' ? productBatchPath(orgId, batchId) : undefined
    case 'category':
    case 'location':
    case 'attribute':
      return operation === 'delete' ? catalogBatchPath(batchId) : undefined
    default:
      return undefined
  }
}

/** Why a row stays as it is, in the reader's language where that is known there. */
function reasonOf({ outcome, reason, innererror, changedBy }: RevertAnswer['results'][number], t: Messages): string {
  const code = { changedSince: 'ChangedSince', notFound: 'DeletedSince' }[outcome]
  const facts = code ? { code, by: changedBy?.actor.name, at: changedBy?.at } : undefined
  return refusalText({ code: 'Conflict', message: reason ?? outcome, innererror: innererror ?? facts }, t)
}

/** Takes a batch back. @throws ApiError when it was taken back already */
export async function takeBackBatch(path: string, t: Messages): Promise<BatchReverted> {
  const { data } = await callApi<RevertAnswer>('POST', path)
  const isDone = (outcome: string) => outcome === 'moved' || outcome === 'changed'
  return {
    done: data.results.filter(({ outcome }) => isDone(outcome)).length,
    left: data.results
      .filter(({ outcome }) => !isDone(outcome) && outcome !== 'unchanged')
      .map((row) => ({
        id: row.id,
        name: row.number ? `#${row.number}` : (row.name ?? row.id),
        reason: reasonOf(row, t),
      })),
  }
}

import type { CancelReason, OrderStatus } from '@/lib/resources/order'
import { ApiError, callApi } from './api'

/** One order of a bulk run, as `orders:bulkTransition` answers it. */
export type BulkRow = {
  id: string
  number: number | null
  outcome: 'moved' | 'unchanged' | 'notAllowed' | 'changedSince' | 'notFound' | 'skipped'
  status: OrderStatus | null
  version: number | null
  reason?: string
  changedBy?: { actor: { kind: string; id: string | null; name: string }; operation: string; at: string }
}

type BulkResult = { batchId: string | null; results: BulkRow[] }

/** Which orders: by id with the versions seen, or everything that matches. */
export type BulkTarget =
  | { ids: readonly string[]; versions: Readonly<Record<string, number>> }
  | { filter: string; search: string; excludeIds: readonly string[]; expectedCount: number }

/** How many orders the server takes at once: named, and by a filter. */
export const bulkLimits = { ids: 1_000, matching: 10_000 }
/** Small enough that progress is seen and a stop is soon, large enough that a hundred orders are two requests. */
const chunkSize = 50

export const chunksOf = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))

const pick = (versions: Readonly<Record<string, number>>, ids: readonly string[]) =>
  Object.fromEntries(ids.flatMap((id) => (versions[id] === undefined ? [] : [[id, versions[id]]])))

const path = (orgId: string) => `/orgs/${orgId}/orders:bulkTransition`

/** What would happen to each order; nothing is changed. */
export async function foreseeBulk(
  orgId: string,
  status: OrderStatus,
  target: BulkTarget,
  signal?: AbortSignal,
): Promise<BulkRow[]> {
  const ask = async (which: object) =>
    (await callApi<BulkResult>('POST', path(orgId), { body: { status, dryRun: true, ...which }, signal })).data.results
  if (!('ids' in target)) return ask(withoutEmpty(target))
  const rows: BulkRow[] = []
  for (const ids of chunksOf(target.ids, bulkLimits.ids)) {
    rows.push(...(await ask({ ids, ifVersions: pick(target.versions, ids) })))
  }
  return rows
}

/** A search for nothing is no search, and no exclusion needs no list. */
function withoutEmpty({ filter, search, excludeIds, expectedCount }: Exclude<BulkTarget, { ids: unknown }>) {
  return {
    filter,
    ...(search ? { search } : {}),
    ...(excludeIds.length > 0 ? { excludeIds } : {}),
    expectedCount,
  }
}

export type BulkMove = { status: OrderStatus; cancelReason?: CancelReason; note?: string }

export type BulkOutcome = {
  /** Takes everything back that moved; null when nothing did. */
  batchId: string | null
  results: BulkRow[]
  /** What ended the run before its end. */
  error?: unknown
}

type Run = {
  orgId: string
  move: BulkMove
  /** The orders to move, as they were foreseen. */
  rows: readonly BulkRow[]
  onProgress: (done: number) => void
  signal: AbortSignal
}

/**
 * Moves orders piece by piece under one batch, so that all of it is taken back together. What was not tried, because
 * the reader stopped or the server did not answer, is `skipped`.
 */
export async function runBulk({ orgId, move, rows, onProgress, signal }: Run): Promise<BulkOutcome> {
  const outcome: BulkOutcome = { batchId: null, results: [] }
  const pieces = chunksOf(rows, chunkSize)
  for (const [i, piece] of pieces.entries()) {
    const ids = piece.map(({ id }) => id)
    // A dry run answers the version an order would have; the one it has now is one less.
    const seen = Object.fromEntries(
      piece.flatMap(({ id, version, outcome }) =>
        version === null ? [] : [[id, outcome === 'moved' ? version - 1 : version]],
      ),
    )
    try {
      if (signal.aborted) throw new DOMException('Stopped', 'AbortError')
      const { data } = await callApi<BulkResult>('POST', path(orgId), {
        body: { ...move, ids, ifVersions: seen, ...(outcome.batchId ? { batchId: outcome.batchId } : {}) },
      })
      // A batch exists once something moved in it.
      if (data.results.some((row) => row.outcome === 'moved')) outcome.batchId ??= data.batchId
      outcome.results.push(...data.results)
      onProgress(outcome.results.length)
    } catch (error) {
      if (!signal.aborted) outcome.error = error
      const rest = pieces.slice(i).flat()
      outcome.results.push(...rest.map((row): BulkRow => ({ ...row, outcome: 'skipped', reason: undefined })))
      return outcome
    }
  }
  return outcome
}

/** Takes a run back. @throws ApiError when it was taken back already */
export const revertBatch = async (orgId: string, batchId: string): Promise<BulkRow[]> =>
  (await callApi<BulkResult>('POST', `/orgs/${orgId}/batches/${batchId}:revert`)).data.results

export type BulkGroups = Record<'moving' | 'there' | 'refused' | 'changed', BulkRow[]>

/** What a dry run found, in the groups a reader decides by. */
export function groupRows(rows: readonly BulkRow[]): BulkGroups {
  const groups: BulkGroups = { moving: [], there: [], refused: [], changed: [] }
  for (const row of rows) {
    if (row.outcome === 'moved') groups.moving.push(row)
    else if (row.outcome === 'unchanged') groups.there.push(row)
    else if (row.outcome === 'changedSince') groups.changed.push(row)
    else groups.refused.push(row)
  }
  return groups
}

/** Whether the server itself said no to the whole request, so that nothing was tried. */
export const isCountChanged = (error: unknown) =>
  error instanceof ApiError && error.body.innererror?.code === 'CountChanged'

const cell = (value: string | number | null | undefined) => {
  const text = String(value ?? '')
  // A spreadsheet would run these as a formula.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The rows of a run as CSV, lines ended as RFC 4180 wants them. */
export const toCsv = (head: readonly string[], rows: readonly (readonly (string | number | null | undefined)[])[]) =>
  [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')

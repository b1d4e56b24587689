import type { PublicationStatus } from '@/lib/resources/product'
import { callApi } from './api'
import { productsPath } from './products'

export type BulkChange = {
  status?: PublicationStatus
  categoryId?: string
  addTags?: string[]
  removeTags?: string[]
  isPromoted?: boolean
  delete?: true
}

/** Which products: by id, or all that match. */
export type Chosen = {
  ids: readonly string[]
  matching?: { filter: string; search: string; excludeIds: readonly string[]; expectedCount: number }
}

export type ChangeRow = {
  id: string
  name: string | null
  outcome: 'changed' | 'unchanged' | 'notAllowed' | 'changedSince' | 'notFound' | 'skipped'
  reason?: string
  changedBy?: { actor: { kind: string; id: string | null; name: string }; operation: string; at: string }
}

export type ChangeResult = {
  batchId: string
  total: number
  changed: number
  unchanged: number
  refused: number
  skipped: number
  results: ChangeRow[]
}

/** Few enough that progress is seen and stopping is quick, enough that the way there and back does not matter. */
const idsAtOnce = 100

type Options = { signal?: AbortSignal; onProgress?: (done: number) => void }

const together = (one: ChangeResult, other: ChangeResult): ChangeResult => ({
  batchId: one.batchId,
  total: one.total + other.total,
  changed: one.changed + other.changed,
  unchanged: one.unchanged + other.unchanged,
  refused: one.refused + other.refused,
  skipped: one.skipped + other.skipped,
  results: [...one.results, ...other.results],
})

const withSkipped = (sum: ChangeResult, ids: readonly string[], reason: string): ChangeResult => ({
  ...sum,
  total: sum.total + ids.length,
  skipped: sum.skipped + ids.length,
  results: [...sum.results, ...ids.map((id) => ({ id, name: null, outcome: 'skipped' as const, reason }))],
})

/**
 * Changes many products. Those named one by one go in several calls under one batch, so that progress is seen and the
 * rest can be stopped; those that match go in one.
 */
export async function changeProducts(
  orgId: string,
  { ids, matching }: Chosen,
  change: BulkChange,
  { signal, onProgress }: Options = {},
): Promise<ChangeResult> {
  const path = `${productsPath(orgId)}:bulkChange`
  if (matching) {
    const { filter, search, excludeIds, expectedCount } = matching
    const body = {
      change,
      filter,
      ...(search ? { search } : {}),
      ...(excludeIds.length > 0 ? { excludeIds } : {}),
      expectedCount,
    }
    return (await callApi<ChangeResult>('POST', path, { body, signal })).data
  }
  let sum: ChangeResult | undefined
  for (let from = 0; from < ids.length; from += idsAtOnce) {
    if (signal?.aborted) break
    const some = ids.slice(from, from + idsAtOnce)
    const body = { change, ids: some, ...(sum ? { batchId: sum.batchId } : {}) }
    try {
      const { data } = await callApi<ChangeResult>('POST', path, { body })
      sum = sum ? together(sum, data) : data
    } catch (error) {
      if (!sum) throw error
      // What was done before stays done; the rest says why it was not.
      return withSkipped(sum, ids.slice(from), error instanceof Error ? error.message : String(error))
    }
    onProgress?.(sum.total)
  }
  return sum!
}

export const revertProducts = async (orgId: string, batchId: string): Promise<ChangeResult> =>
  (await callApi<ChangeResult>('POST', `/orgs/${orgId}/product-batches/${batchId}:revert`)).data

/** The rows that are not as they were asked to be, and why. */
export const leftOver = ({ results }: ChangeResult): ChangeRow[] =>
  results.filter(({ outcome }) => outcome !== 'changed' && outcome !== 'unchanged')

import { setImmediate } from 'node:timers/promises'
import { AppError } from '@/lib/errors'
import type { RowResult } from './row-outcome'

/** Rows per transaction: few enough that no other writer waits noticeably, enough to share a commit. */
export const rowsPerTurn = 200

/**
 * Works through many rows, a couple of hundred at a time, letting other requests in between. What was done before a
 * failure stays done: the rows from there on are reported by `skip`. A failure in the first turn is thrown, because
 * then nothing was changed. `results` come in the order of `rows`.
 */
export async function inTurns<T, R = RowResult>(
  rows: readonly T[],
  work: (turn: readonly T[]) => Promise<R[]>,
  skip: (row: T, reason: string) => R,
  signal?: AbortSignal,
): Promise<R[]> {
  const results: R[] = []
  for (let from = 0; from < rows.length; from += rowsPerTurn) {
    if (from > 0) await setImmediate()
    const rest = (reason: string) => rows.slice(from).map((row) => skip(row, reason))
    if (signal?.aborted) return [...results, ...rest('The caller went away before its turn came.')]
    try {
      results.push(...(await work(rows.slice(from, from + rowsPerTurn))))
    } catch (error) {
      if (from === 0) throw error
      const why = error instanceof AppError ? error.message : 'The store did not take it; try again.'
      return [...results, ...rest(why)]
    }
  }
  return results
}

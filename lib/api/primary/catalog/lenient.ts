import { toErrorBody } from '@/lib/api/primary/to-error-body'
import { AppError } from '@/lib/errors'
import { type Reply, reply } from '@/lib/http/reply'

/** Whether a bulk call asks for each member to succeed or fail for itself (RFC 7240 `handling=lenient`). */
export const isLenient = (request: Request): boolean =>
  /(^|[,;\s])handling\s*=\s*"?lenient"?\s*($|[,;])/i.test(request.headers.get('prefer') ?? '')

/** One member of a bulk body; `index` is its place there. */
export type Member = {
  index: number
  id?: string
  /** Throws an `AppError` only before it has written anything, so that its failure leaves no trace. */
  run(): Promise<{ status: number; id?: string; body?: object }>
}

/** Runs every member for itself and tells what became of each, with status 207. */
export async function answerLeniently(members: readonly Member[]): Promise<Reply> {
  const value: object[] = []
  let failed = 0
  for (const { index, id, run } of members) {
    try {
      const { status, id: madeId = id, body } = await run()
      value.push({ index, ...(madeId ? { id: madeId } : {}), status, ...(body ? { body } : {}) })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      failed++
      value.push({ index, ...(id ? { id } : {}), status: error.status, error: toErrorBody(error) })
    }
  }
  return reply({
    status: 207,
    body: { total: value.length, succeeded: value.length - failed, failed, value },
    headers: { 'preference-applied': 'handling=lenient' },
  })
}

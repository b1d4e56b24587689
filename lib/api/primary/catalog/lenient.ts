import type { z } from 'zod'
import { toErrorBody } from '@/lib/api/primary/to-error-body'
import { AppError } from '@/lib/errors'
import { type Reply, reply } from '@/lib/http/reply'
import { validate } from '@/lib/http/validate'

type Result = { status: number; id?: string; body?: object }

/**
 * Runs the members of a bulk body each for itself and tells what became of them, with status 207. `spread` makes the
 * calls a member stands for, once it is known to be well formed; a call throws an `AppError` only before it has written
 * anything, so that its failure leaves no trace. `batchId` joins the changes in the history.
 */
export async function answerLeniently<S extends z.ZodType>(
  body: unknown,
  schema: S,
  spread: (member: z.output<S>) => readonly { id?: string; run(): Promise<Result> }[],
  batchId?: string,
): Promise<Reply> {
  const value: object[] = []
  let failed = 0
  const fail = (error: unknown, index: number, id?: string) => {
    if (!(error instanceof AppError)) throw error
    failed++
    value.push({ index, ...(id ? { id } : {}), status: error.status, error: toErrorBody(error) })
  }
  for (const [index, raw] of (body as unknown[]).entries()) {
    let calls: ReturnType<typeof spread>
    try {
      calls = spread(validate(schema, raw, 'RequestBody'))
    } catch (error) {
      fail(error, index)
      continue
    }
    for (const { id, run } of calls) {
      try {
        const { status, id: known = id, body: json } = await run()
        value.push({ index, ...(known ? { id: known } : {}), status, ...(json ? { body: json } : {}) })
      } catch (error) {
        fail(error, index, id)
      }
    }
  }
  return reply({
    status: 207,
    body: { ...(batchId ? { batchId } : {}), total: value.length, succeeded: value.length - failed, failed, value },
    headers: { 'preference-applied': 'handling=lenient' },
  })
}

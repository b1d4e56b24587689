import type { Database, Reader, Tx } from '@/db'
import type { Actor } from '@/lib/auth/actor'
import type { AppError } from '@/lib/errors'
import { toAppError } from './failures'
import { type Claim, claimRunning, findRecorded, hashRequest, type Recorded, readKey, record } from './idempotency'
import type { AnyOperation } from './operation'

/** The claim a request lays on its `Idempotency-Key`; undefined where it sent none or none is honoured. */
export function claimOf(
  operation: AnyOperation,
  request: Request,
  actor: Actor,
  anonymousOf: string,
  url: URL,
  bytes: Uint8Array,
): Claim | undefined {
  if (operation.method !== 'POST' || operation.idempotent === false) return undefined
  const key = request.headers.get('idempotency-key')
  if (key === null) return undefined
  return {
    caller: actor.id ? `${actor.kind}:${actor.id}` : `anonymous:${anonymousOf}`,
    key: readKey(key),
    requestHash: hashRequest(operation.method, url.pathname + url.search, bytes),
  }
}

type Write = Pick<Database, 'reader' | 'transaction'> & {
  claim: Claim | undefined
  /** The work opens several transactions itself. */
  many: boolean
  work(db: Reader, tx?: Tx): Promise<Recorded>
  /** The answer of a failure. */
  refuse(failure: AppError): Recorded
  requestId: string
}

/**
 * Does a request's write and keeps its answer under the idempotency key, in the same transaction, so that an answer and
 * its effect are stored together or not at all; a key that was used before gets the first answer again.
 * @throws AppError, after keeping the refusal where repeating the request would be refused again (decision 36)
 */
export async function writeOnce({ claim, reader, transaction, many, work, refuse, requestId }: Write) {
  const replayOf = async (db: Reader): Promise<Recorded | undefined> => {
    const earlier = claim && (await findRecorded(db, claim))
    return earlier && { ...earlier, headers: { ...earlier.headers, 'idempotent-replayed': 'true' } }
  }
  const inOne = () =>
    transaction(async (tx) => {
      const earlier = await replayOf(tx)
      if (earlier) return earlier
      const fresh = await work(tx, tx)
      if (claim) await record(tx, claim, fresh)
      return fresh
    })
  const inMany = async () => {
    const earlier = await replayOf(reader)
    if (earlier) return earlier
    const fresh = await work(reader)
    if (claim) await transaction((tx) => record(tx, claim, fresh))
    return fresh
  }
  const release = claim ? claimRunning(claim) : () => undefined
  try {
    return await (many ? inMany() : inOne())
  } catch (error) {
    const failure = toAppError(error, requestId)
    const repeatable = failure.status < 500 && ![401, 422, 429].includes(failure.status)
    if (claim && repeatable) await transaction((tx) => record(tx, claim, refuse(failure))).catch(() => undefined)
    throw failure
  } finally {
    release()
  }
}

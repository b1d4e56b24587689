import { createHash } from 'node:crypto'
import { and, eq, lt } from 'drizzle-orm'
import type { Reader, Tx } from '@/db'
import { idempotencyRecords } from '@/db/schema'
import { now } from '@/lib/clock'
import { AppError } from '@/lib/errors'

const keptMs = 24 * 60 * 60 * 1000

/** One request's claim on its `Idempotency-Key` (decisions 12 and 36). */
export type Claim = { caller: string; key: string; requestHash: string }

export type Recorded = { status: number; headers: Record<string, string>; body: string | null }

const running = new Set<string>()

export function hashRequest(method: string, path: string, body: Uint8Array): string {
  return createHash('sha256').update(`${method} ${path}\n`).update(body).digest('hex')
}

/** @throws AppError BadArgument when the key is not 1 to 255 visible ASCII characters */
export function readKey(header: string): string {
  if (/^[\x21-\x7e]{1,255}$/.test(header)) return header
  throw new AppError('BadArgument', 'Idempotency-Key takes 1 to 255 visible ASCII characters.', {
    target: 'Idempotency-Key',
  })
}

/**
 * Marks the key as in flight in this process until `release` is called.
 * @throws AppError Conflict while another request with the key runs
 */
export function claimRunning(claim: Claim): () => void {
  const name = `${claim.caller}\n${claim.key}`
  if (running.has(name)) {
    throw new AppError('Conflict', 'A request with this Idempotency-Key is still running. Repeat it in a moment.', {
      target: 'Idempotency-Key',
      inner: { code: 'RequestInFlight' },
    })
  }
  running.add(name)
  return () => running.delete(name)
}

/**
 * The answer an earlier request with this key got, if any.
 * @throws AppError IdempotencyKeyReused when the key came with another request
 */
export async function findRecorded(db: Reader, claim: Claim): Promise<Recorded | undefined> {
  const [record] = await db
    .select()
    .from(idempotencyRecords)
    .where(and(eq(idempotencyRecords.caller, claim.caller), eq(idempotencyRecords.key, claim.key)))
  if (!record || record.expiresAt <= now()) return undefined
  if (record.requestHash !== claim.requestHash) {
    throw new AppError('IdempotencyKeyReused', 'This Idempotency-Key was used with another request. Use a new key.', {
      target: 'Idempotency-Key',
    })
  }
  return record
}

/** Keeps an answer beside the write it reports, in the same transaction. */
export async function record(tx: Tx, claim: Claim, answer: Recorded): Promise<void> {
  const at = now()
  await tx.delete(idempotencyRecords).where(lt(idempotencyRecords.expiresAt, at))
  await tx.insert(idempotencyRecords).values({ ...claim, ...answer, expiresAt: at + keptMs })
}

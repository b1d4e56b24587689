import { createHash } from 'node:crypto'
import { and, desc, eq, gt, inArray, lt } from 'drizzle-orm'
import type { Tx } from '@/db'
import { signInFailures } from '@/db/schema'
import { now } from '@/lib/clock'
import { AppError } from '@/lib/errors'
import { newId } from '@/lib/ids'

const windowMs = 15 * 60 * 1000
const limits = { account: 10, address: 50 }

/** A sign-in under way. It counts as failed until `forgive` says otherwise, so that many at once cannot slip through. */
export type Attempt = { account: string; ids: string[] }

/** Milliseconds until fewer than `limit` failures are younger than the window; 0 when that is so already. */
async function waitMs(tx: Tx, subject: string, limit: number, at: number): Promise<number> {
  const latest = await tx
    .select({ failedAt: signInFailures.failedAt })
    .from(signInFailures)
    .where(and(eq(signInFailures.subject, subject), gt(signInFailures.failedAt, at - windowMs)))
    .orderBy(desc(signInFailures.failedAt))
    .limit(limit)
  return latest.length < limit ? 0 : latest[limit - 1]!.failedAt + windowMs - at
}

let lastForgotten = 0

/** Drops what no longer counts, now and then: a scan, but of a table that holds a quarter of an hour. */
async function forgetOld(tx: Tx, at: number): Promise<void> {
  if (at - lastForgotten < 60_000) return
  lastForgotten = at
  await tx.delete(signInFailures).where(lt(signInFailures.failedAt, at - windowMs))
}

/**
 * Counts a sign-in against its account, known or not, and its address: 10 and 50 failures in 15 minutes, over all
 * processes.
 * @throws AppError TooManyRequests
 */
export async function beginAttempt(tx: Tx, email: string, address: string): Promise<Attempt> {
  const at = now()
  const account = `account:${createHash('sha256').update(email).digest('hex')}`
  const source = `address:${address}`
  const wait = Math.max(await waitMs(tx, account, limits.account, at), await waitMs(tx, source, limits.address, at))
  if (wait > 0) {
    const retryAfter = Math.ceil(wait / 1000)
    const minutes = Math.ceil(wait / 60_000)
    throw new AppError(
      'TooManyRequests',
      `Too many failed sign-ins. Try again in ${minutes} minute${minutes === 1 ? '' : 's'}.`,
      { retryAfter, inner: { code: 'SignInThrottled' } },
    )
  }
  await forgetOld(tx, at)
  const ids = [newId(at), newId(at)]
  await tx.insert(signInFailures).values([
    { id: ids[0]!, subject: account, failedAt: at },
    { id: ids[1]!, subject: source, failedAt: at },
  ])
  return { account, ids }
}

/** The attempt did not get as far as comparing the password, so it does not count. */
export async function withdraw(tx: Tx, { ids }: Attempt): Promise<void> {
  await tx.delete(signInFailures).where(inArray(signInFailures.id, ids))
}

/** The attempt succeeded: the account's failures are forgotten, the address keeps those of other attempts. */
export async function forgive(tx: Tx, attempt: Attempt): Promise<void> {
  await tx.delete(signInFailures).where(eq(signInFailures.subject, attempt.account))
  await withdraw(tx, attempt)
}

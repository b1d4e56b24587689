import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { AppError } from '@/lib/errors'

/** 2^14 × 8 × 5: 16 MiB and the work OWASP asks of scrypt. A hash names its own costs, so they may be raised later. */
const costs = { log2N: 14, r: 8, p: 5 }
const keyBytes = 32

type Costs = typeof costs

// Hashing takes a core for a while. More at once than this would only make every request of the process slower.
const slots = Math.min(3, availableParallelism())
const mostWaiting = 100
let running = 0
const waiting: (() => void)[] = []

/** @throws AppError ServiceUnavailable when too many are waiting */
async function inSlot<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= mostWaiting) {
    throw new AppError('ServiceUnavailable', 'Too many people are signing in. Try again in a moment.', {
      retryAfter: 2,
    })
  }
  if (running >= slots) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    return await work()
  } finally {
    // The slot goes on to the next in line, or is given back.
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

function derive(password: string, salt: Buffer, { log2N, r, p }: Costs): Promise<Buffer> {
  const N = 2 ** log2N
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, keyBytes, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}

/**
 * Hashes a password for storing: `scrypt$14$8$5$<salt>$<key>`. Takes a tenth of a second; never inside a transaction.
 * @throws AppError ServiceUnavailable when too many are waiting
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await inSlot(() => derive(password, salt, costs))
  return ['scrypt', costs.log2N, costs.r, costs.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/**
 * Whether a password is the one that was hashed. With null, for an account that is unknown or has no password, the same
 * work is done and the answer is no, so that nobody can tell by the time it takes.
 * @throws AppError ServiceUnavailable when too many are waiting
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [scheme, log2N, r, p, salt, key] = stored?.split('$') ?? []
  const known = scheme === 'scrypt' && salt !== undefined && key !== undefined
  const wanted = known ? Buffer.from(key, 'base64url') : randomBytes(keyBytes)
  const derived = await inSlot(() =>
    derive(
      password,
      known ? Buffer.from(salt, 'base64url') : randomBytes(16),
      known ? { log2N: Number(log2N), r: Number(r), p: Number(p) } : costs,
    ),
  )
  return timingSafeEqual(derived, wanted) && known
}

import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '@/lib/errors'

const windowSeconds = 60
/** Requests per minute: of one known caller, and of one address without a token. */
const callerLimit = Number(process.env.RATE_LIMIT_CALLER || 3000)
const addressLimit = Number(process.env.RATE_LIMIT_ADDRESS || 600)

const callers = new RateLimiterMemory({ points: callerLimit, duration: windowSeconds })
const addresses = new RateLimiterMemory({ points: addressLimit, duration: windowSeconds })

const headersOf = (limit: number, state: RateLimiterRes) => ({
  'RateLimit-Limit': String(limit),
  'RateLimit-Remaining': String(Math.max(0, state.remainingPoints)),
  'RateLimit-Reset': String(Math.ceil(state.msBeforeNext / 1000)),
})

/**
 * Counts one request of a caller, or of an address when nobody is signed in, and returns the headers that say so.
 * @throws AppError TooManyRequests
 */
export async function countRequest(callerId: string | null, address: string): Promise<Record<string, string>> {
  if (process.env.RATE_LIMIT === 'off') return {}
  const [limiter, limit, key] = callerId ? [callers, callerLimit, callerId] : [addresses, addressLimit, address]
  try {
    return headersOf(limit, await limiter.consume(key))
  } catch (refusal) {
    const retryAfter = Math.ceil((refusal as RateLimiterRes).msBeforeNext / 1000)
    throw new AppError('TooManyRequests', `More than ${limit} requests in a minute. Wait ${retryAfter} seconds.`, {
      retryAfter,
    })
  }
}

/** The address a request came from. Behind a proxy, start with `TRUST_PROXY=1` so that its header is believed. */
export const clientAddress = (request: Request) =>
  request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown'

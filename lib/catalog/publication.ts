import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { organizations, products } from '@/db/schema'
import { now } from '@/lib/clock'
import { startOfDay, startOfNextDay } from '@/lib/day'
import { badArgument } from '@/lib/errors'
import type { PublicationStatus } from '@/lib/resources/product'

/** When a product may be seen (spec nodeblocks 8, Publication); times in ms UTC, null is open. */
export type Publication = { status: PublicationStatus; since: number | null; until: number | null }

/** `from <= now < until`. */
export type Span = { visibleFrom: number; visibleUntil: number }

const never: Span = { visibleFrom: Number.MAX_SAFE_INTEGER, visibleUntil: 0 }

/** The span in which a publication shows: whole days of the zone, the first and the last included. */
export function visibleSpan({ status, since, until }: Publication, timeZone: string): Span {
  if (status !== 'ACTIVE') return never
  return {
    visibleFrom: since === null ? 0 : startOfDay(since, timeZone),
    visibleUntil: until === null ? Number.MAX_SAFE_INTEGER : startOfNextDay(until, timeZone),
  }
}

type Standing = { status: string }

/** Whether anybody may see the product at an instant; a prohibited organization shows nothing (decision 52). */
export function isPublished(product: Span, organization: Standing, at: number = now()): boolean {
  return organization.status !== 'prohibited' && product.visibleFrom <= at && at < product.visibleUntil
}

const quarterHourMs = 15 * 60 * 1000

/**
 * The last quarter of an hour. Days begin on one in every zone, so a span holds at an instant exactly when it holds
 * here, and counts made with it can be kept until the next.
 */
export const publicationClock = (at: number = now()): number => Math.floor(at / quarterHourMs) * quarterHourMs

/** `isPublished` in SQL. `at` is a `publicationClock`, or a parameter that will be. */
export const published = (at: number | SQLWrapper = publicationClock()): SQL =>
  sql`(${products.visibleFrom} <= ${at} and ${products.visibleUntil} > ${at} and ${products.organizationId} not in (select ${organizations.id} from ${organizations} where ${organizations.status} = 'prohibited'))`

/** @throws AppError BadArgument when a publication would end before it begins */
export function requireOrder({ since, until }: Publication, path = ''): void {
  if (since === null || until === null || since <= until) return
  const message = '`publication.since` must not be later than `publication.until`.'
  throw badArgument('RequestBody', message, [{ code: 'OutOfRange', target: `${path}publication.until`, message }])
}

import { startOfDay, startOfNextDay } from '@/lib/day'
import type { PublicationStatus } from './product'

/** What a publication comes to at an instant, for people: in the order in which a product usually goes through them. */
export const publicationStates = ['draft', 'scheduled', 'live', 'expired', 'archived'] as const
export type PublicationState = (typeof publicationStates)[number]

/** Times in ms UTC, null is open. */
type Dates = { status: PublicationStatus; since: number | null; until: number | null }

/**
 * The state of a publication (spec nodeblocks 8, Publication): whole days of the organization's zone, the first and the
 * last included. Whether anybody sees a live product may depend on more, such as the organization's standing.
 */
export function publicationState({ status, since, until }: Dates, timeZone: string, at: number): PublicationState {
  if (status === 'DRAFT') return 'draft'
  if (status === 'ARCHIVED') return 'archived'
  if (until !== null && startOfNextDay(until, timeZone) <= at) return 'expired'
  return since !== null && startOfDay(since, timeZone) > at ? 'scheduled' : 'live'
}

/** The `$filter` of the products in a state. It holds until the zone's day ends. */
export function publicationFilter(state: PublicationState, timeZone: string, at: number): string {
  if (state === 'draft') return "publication.status eq 'DRAFT'"
  if (state === 'archived') return "publication.status eq 'ARCHIVED'"
  const today = `'${new Date(startOfDay(at, timeZone)).toISOString()}'`
  const tomorrow = `'${new Date(startOfNextDay(at, timeZone)).toISOString()}'`
  const active = "publication.status eq 'ACTIVE'"
  const notOver = `(publication.until eq null or publication.until ge ${today})`
  if (state === 'expired') return `${active} and publication.until lt ${today}`
  if (state === 'scheduled') return `${active} and publication.since ge ${tomorrow} and ${notOver}`
  return `${active} and (publication.since eq null or publication.since lt ${tomorrow}) and ${notOver}`
}

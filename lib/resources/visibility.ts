import { startOfDay, startOfNextDay } from '@/lib/day'
import type { PublicationStatus } from './product'

/** What must hold for a product to be seen, found and bought. */
export const visibilityCodes = [
  'active',
  'begun',
  'notOver',
  'organization',
  'category',
  'categoryListed',
  'variants',
] as const
export type VisibilityCode = (typeof visibilityCodes)[number]

export type VisibilityCondition = {
  code: VisibilityCode
  met: boolean
  /** What it means when it is not met: nobody sees the product, it is not found by browsing, or it cannot be bought. */
  otherwise: 'hidden' | 'unlisted' | 'notForSale'
  /** From when on, or until when, for `begun` and `notOver`; ms UTC. */
  at?: number
  /** What stands in the way: a status, or a category by name. */
  detail?: string
}

/** What decides about a product; times in ms UTC, null is open. */
export type VisibilityFacts = {
  publication: { status: PublicationStatus; since: number | null; until: number | null }
  timeZone: string
  organizationStatus: string
  /** The product's category and everything above it, nearest first. */
  categories: readonly { id: string; name: string; status: string }[]
  variants: number
  at: number
}

/**
 * Every condition under which people see a product, find it by its category and can buy it (spec nodeblocks 8,
 * Publication, Trees; decision 52). An archived category does not hide a product: it only leads nobody there.
 */
export function visibilityConditions(facts: VisibilityFacts): VisibilityCondition[] {
  const { publication, timeZone, organizationStatus, categories, variants, at } = facts
  const { status, since, until } = publication
  const from = since === null ? undefined : startOfDay(since, timeZone)
  const end = until === null ? undefined : startOfNextDay(until, timeZone)
  const archived = categories.find((category) => category.status !== 'ACTIVE')
  return [
    { code: 'active', met: status === 'ACTIVE', otherwise: 'hidden', detail: status },
    {
      code: 'begun',
      met: from === undefined || from <= at,
      otherwise: 'hidden',
      ...(from === undefined ? {} : { at: from }),
    },
    {
      code: 'notOver',
      met: end === undefined || at < end,
      otherwise: 'hidden',
      ...(end === undefined ? {} : { at: end }),
    },
    {
      code: 'organization',
      met: organizationStatus !== 'prohibited',
      otherwise: 'hidden',
      detail: organizationStatus,
    },
    { code: 'category', met: categories.length > 0, otherwise: 'unlisted' },
    {
      code: 'categoryListed',
      met: archived === undefined,
      otherwise: 'unlisted',
      ...(archived ? { detail: archived.name } : {}),
    },
    { code: 'variants', met: variants > 0, otherwise: 'notForSale' },
  ]
}

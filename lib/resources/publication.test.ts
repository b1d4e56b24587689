import { expect, test } from 'vitest'
import { publicationFilter, publicationState } from './publication'
import { visibilityConditions } from './visibility'

const at = (iso: string) => Date.parse(iso)
const zone = 'Asia/Tokyo'

test.each([
  ['DRAFT', null, null, 'draft'],
  ['ARCHIVED', '2026-01-01T00:00:00Z', null, 'archived'],
  ['ACTIVE', null, null, 'live'],
  // The day in Tokyo in which 15:00Z of the 30th lies is the 31st.
  ['ACTIVE', '2026-01-30T15:00:00Z', null, 'scheduled'],
  ['ACTIVE', '2026-01-30T14:59:59Z', null, 'live'],
  ['ACTIVE', null, '2026-01-30T00:00:00Z', 'live'],
  ['ACTIVE', null, '2026-01-29T14:59:59Z', 'expired'],
  ['ACTIVE', '2026-02-01T00:00:00Z', '2026-01-01T00:00:00Z', 'expired'],
] as const)('%s since %s until %s is %s on 30 January in Tokyo', (status, since, until, state) => {
  const dates = { since: since && at(since), until: until && at(until) }
  expect(publicationState({ status, ...dates }, zone, at('2026-01-30T03:00:00Z'))).toBe(state)
})

test('the filter of a state names the days of the zone', () => {
  expect(publicationFilter('scheduled', zone, at('2026-01-30T03:00:00Z'))).toBe(
    "publication.status eq 'ACTIVE' and publication.since ge '2026-01-30T15:00:00.000Z' and (publication.until eq null or publication.until ge '2026-01-29T15:00:00.000Z')",
  )
  expect(publicationFilter('expired', zone, at('2026-01-30T03:00:00Z'))).toBe(
    "publication.status eq 'ACTIVE' and publication.until lt '2026-01-29T15:00:00.000Z'",
  )
})

test('every condition that fails is named, with what it costs', () => {
  const unmet = visibilityConditions({
    publication: { status: 'DRAFT', since: at('2026-02-01T00:00:00Z'), until: at('2026-01-29T00:00:00Z') },
    timeZone: zone,
    organizationStatus: 'prohibited',
    categories: [
      { id: 'a', name: 'Tea', status: 'ACTIVE' },
      { id: 'b', name: 'Drinks', status: 'ARCHIVED' },
    ],
    variants: 0,
    at: at('2026-01-30T03:00:00Z'),
  }).filter(({ met }) => !met)
  expect(unmet).toEqual([
    { code: 'active', met: false, otherwise: 'hidden', detail: 'DRAFT' },
    { code: 'begun', met: false, otherwise: 'hidden', at: at('2026-01-31T15:00:00Z') },
    { code: 'notOver', met: false, otherwise: 'hidden', at: at('2026-01-29T15:00:00Z') },
    { code: 'organization', met: false, otherwise: 'hidden', detail: 'prohibited' },
    { code: 'categoryListed', met: false, otherwise: 'unlisted', detail: 'Drinks' },
    { code: 'variants', met: false, otherwise: 'notForSale' },
  ])
})

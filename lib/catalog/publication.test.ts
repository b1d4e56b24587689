import { expect, test } from 'vitest'
import { startOfDay, startOfNextDay } from '@/lib/day'
import { isPublished, publicationClock, visibleSpan } from './publication'

const at = (iso: string) => Date.parse(iso)
const iso = (ms: number) => new Date(ms).toISOString()

test('a day begins at midnight of the zone, whatever the clocks do', () => {
  for (const [instant, zone, start, next] of [
    ['2027-03-10T03:00:00Z', 'Asia/Tokyo', '2027-03-09T15:00:00.000Z', '2027-03-10T15:00:00.000Z'],
    ['2027-03-10T14:59:59.999Z', 'Asia/Tokyo', '2027-03-09T15:00:00.000Z', '2027-03-10T15:00:00.000Z'],
    ['2027-03-10T15:00:00.000Z', 'Asia/Tokyo', '2027-03-10T15:00:00.000Z', '2027-03-11T15:00:00.000Z'],
    // 23 hours and 25 hours.
    ['2027-03-14T12:00:00Z', 'America/New_York', '2027-03-14T05:00:00.000Z', '2027-03-15T04:00:00.000Z'],
    ['2027-11-07T12:00:00Z', 'America/New_York', '2027-11-07T04:00:00.000Z', '2027-11-08T05:00:00.000Z'],
    // Midnight itself is skipped there: the day begins at one.
    ['2018-11-04T12:00:00Z', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z', '2018-11-05T02:00:00.000Z'],
    // Midnight comes twice there; the first one counts.
    ['2018-02-18T12:00:00Z', 'America/Sao_Paulo', '2018-02-18T03:00:00.000Z', '2018-02-19T03:00:00.000Z'],
    ['2024-02-29T12:00:00Z', 'Asia/Kathmandu', '2024-02-28T18:15:00.000Z', '2024-02-29T18:15:00.000Z'],
    // A whole day was left out there.
    ['2011-12-29T12:00:00Z', 'Pacific/Apia', '2011-12-29T10:00:00.000Z', '2011-12-30T10:00:00.000Z'],
    ['2027-06-01T00:00:00Z', 'UTC', '2027-06-01T00:00:00.000Z', '2027-06-02T00:00:00.000Z'],
  ] as const) {
    expect(iso(startOfDay(at(instant), zone)), `${instant} ${zone}`).toBe(start)
    expect(iso(startOfNextDay(at(instant), zone)), `${instant} ${zone}`).toBe(next)
  }
})

test('a publication shows on its first and last day, and only while it is active', () => {
  const window = { since: at('2027-03-09T20:00:00Z'), until: at('2027-03-12T01:00:00Z') }
  const normal = { status: 'normal' }
  const shows = (status: 'DRAFT' | 'ACTIVE' | 'ARCHIVED', instant: string, organization = normal) =>
    isPublished(visibleSpan({ status, ...window }, 'Asia/Tokyo'), organization, at(instant))
  expect(shows('ACTIVE', '2027-03-09T14:59:59.999Z')).toBe(false)
  expect(shows('ACTIVE', '2027-03-09T15:00:00.000Z')).toBe(true)
  expect(shows('ACTIVE', '2027-03-12T14:59:59.999Z')).toBe(true)
  expect(shows('ACTIVE', '2027-03-12T15:00:00.000Z')).toBe(false)
  expect(shows('DRAFT', '2027-03-10T15:00:00.000Z')).toBe(false)
  expect(shows('ARCHIVED', '2027-03-10T15:00:00.000Z')).toBe(false)
  expect(shows('ACTIVE', '2027-03-10T15:00:00.000Z', { status: 'restricted' })).toBe(true)
  expect(shows('ACTIVE', '2027-03-10T15:00:00.000Z', { status: 'prohibited' })).toBe(false)
  const open = visibleSpan({ status: 'ACTIVE', since: null, until: null }, 'Asia/Tokyo')
  expect(isPublished(open, normal, 0)).toBe(true)
  expect(isPublished(open, normal, at('9999-12-31T00:00:00Z'))).toBe(true)
})

test('asking by the quarter of an hour gives the same answer', () => {
  const span = visibleSpan({ status: 'ACTIVE', since: at('2027-03-09T20:00:00Z'), until: null }, 'Asia/Kathmandu')
  for (let ms = span.visibleFrom - 3_600_000; ms < span.visibleFrom + 3_600_000; ms += 59_999) {
    expect(isPublished(span, { status: 'normal' }, publicationClock(ms))).toBe(
      isPublished(span, { status: 'normal' }, ms),
    )
  }
})

import { expect, test } from 'vitest'
import { findRelativeDates, isRelativeDate, relativeInstant, resolveRelativeDates } from './relative-date'

// A Sunday, 01:30 in Tokyo and still Saturday in New York.
const now = Date.parse('2026-03-07T16:30:00Z')
const at = (text: string, zone = 'Asia/Tokyo') => new Date(relativeInstant(text, now, zone)).toISOString()

test('days begin at the midnight of the zone', () => {
  expect(at('@today')).toBe('2026-03-07T15:00:00.000Z')
  expect(at('@today-6d')).toBe('2026-03-01T15:00:00.000Z')
  expect(at('@today', 'UTC')).toBe('2026-03-07T00:00:00.000Z')
  expect(at('@today+1d')).toBe('2026-03-08T15:00:00.000Z')
})

test('weeks begin on Monday, months and years on their first day', () => {
  expect(at('@week')).toBe('2026-03-01T15:00:00.000Z')
  expect(at('@week-1w')).toBe('2026-02-22T15:00:00.000Z')
  expect(at('@month')).toBe('2026-02-28T15:00:00.000Z')
  expect(at('@month-1m')).toBe('2026-01-31T15:00:00.000Z')
  expect(at('@year')).toBe('2025-12-31T15:00:00.000Z')
  expect(at('@year-1y')).toBe('2024-12-31T15:00:00.000Z')
})

test('a day of 23 hours is a day', () => {
  // New York springs forward on 8 March 2026: midnight is 05:00Z before and 04:00Z after.
  const monday = Date.parse('2026-03-09T12:00:00Z')
  const iso = (text: string) => new Date(relativeInstant(text, monday, 'America/New_York')).toISOString()
  expect(iso('@today-1d')).toBe('2026-03-08T05:00:00.000Z')
  expect(iso('@today')).toBe('2026-03-09T04:00:00.000Z')
})

test('a month back from its 31st is the last of the month before', () => {
  const end = Date.parse('2026-03-31T12:00:00Z')
  expect(new Date(relativeInstant('@today-1m', end, 'UTC')).toISOString()).toBe('2026-02-28T00:00:00.000Z')
})

test('only what stands outside of texts is a day', () => {
  const filter = "customer.email co 'me@today.example' and createdAt ge @today-1d and createdAt lt @today"
  expect(findRelativeDates(filter).map(({ text }) => text)).toEqual(['@today-1d', '@today'])
  expect(resolveRelativeDates(filter, now, 'UTC')).toBe(
    "customer.email co 'me@today.example' and createdAt ge 2026-03-06T00:00:00.000Z and createdAt lt 2026-03-07T00:00:00.000Z",
  )
  expect(findRelativeDates('@todays @tomorrow @today-d')).toEqual([])
  expect([isRelativeDate('@week'), isRelativeDate('@week '), isRelativeDate('week')]).toEqual([true, false, false])
})

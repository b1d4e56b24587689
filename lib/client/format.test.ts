import { expect, test } from 'vitest'
import { dayKey, daysAgo, formatAmount, formatMoment, formatMoney, formatRelative, zoneName } from './format'

test('money is shown in the currency’s own digits', () => {
  expect(formatMoney('en', 'JPY', 1200)).toBe('¥1,200')
  expect(formatMoney('en', 'USD', 1200)).toBe('$12.00')
  expect(formatAmount('en', 'KWD', 1234567)).toBe('1,234.567')
  expect(formatAmount('ja', 'JPY', 999_999_999_999)).toBe('999,999,999,999')
})

test('days begin at midnight in the organization’s zone', () => {
  // 23:30 on the 20th in UTC is 08:30 on the 21st in Tokyo.
  expect(dayKey('Asia/Tokyo', '2026-11-20T23:30:00.000Z')).toBe('2026-11-21')
  expect(dayKey('America/New_York', '2026-11-20T23:30:00.000Z')).toBe('2026-11-20')
  const noon = Date.parse('2026-11-21T03:00:00.000Z')
  expect(daysAgo('Asia/Tokyo', '2026-11-20T23:30:00.000Z', noon)).toBe(0)
  expect(daysAgo('Asia/Tokyo', '2026-11-20T14:59:00.000Z', noon)).toBe(1)
})

test('a moment is told the way people say it, with its zone', () => {
  const noon = Date.parse('2026-11-21T03:00:00.000Z')
  expect(formatMoment('en', 'Asia/Tokyo', '2026-11-21T01:30:00.000Z', noon)).toBe('today 10:30 (JST)')
  expect(formatMoment('ja', 'Asia/Tokyo', '2026-11-20T01:30:00.000Z', noon)).toBe('昨日 10:30 (JST)')
  expect(formatMoment('en', 'Asia/Tokyo', '2026-11-18T15:00:00.000Z', noon)).toBe('Nov 19, 2026, 00:00 (JST)')
})

test('a zone has the name it had at that time of the year', () => {
  expect(zoneName('en', 'America/New_York', '2026-01-15T00:00:00.000Z')).toBe('EST')
  expect(zoneName('en', 'America/New_York', '2026-07-15T00:00:00.000Z')).toBe('EDT')
  expect(zoneName('en', 'Asia/Tokyo', '2026-07-15T00:00:00.000Z')).toBe('JST')
})

test('the distance to now grows in whole steps', () => {
  const now = Date.parse('2026-11-21T12:00:00.000Z')
  expect(formatRelative('en', '2026-11-21T11:59:40.000Z', now)).toBe('now')
  expect(formatRelative('en', '2026-11-21T11:58:01.000Z', now)).toBe('1 minute ago')
  expect(formatRelative('ja', '2026-11-21T09:00:00.000Z', now)).toBe('3 時間前')
  expect(formatRelative('en', '2026-11-20T12:00:00.000Z', now)).toBe('yesterday')
})

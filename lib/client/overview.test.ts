import { expect, test } from 'vitest'
import { bucketsOf, changeOf, type OverviewDay, readAsked, spanBefore, spanOf, ticksFor, writeAsked } from './overview'

const asked = (search: string) => readAsked(new URLSearchParams(search))

test('an address says a number of days or days of its own; anything else is thirty days', () => {
  expect(asked('days=7')).toEqual({ kind: 'preset', days: 7 })
  expect(asked('from=2026-01-01&to=2026-01-31')).toEqual({ kind: 'custom', from: '2026-01-01', to: '2026-01-31' })
  for (const search of [
    '',
    'days=8',
    'from=2026-02-01&to=2026-01-01',
    'from=2024-01-01&to=2026-01-01',
    'from=x&to=y',
  ]) {
    expect(asked(search)).toEqual({ kind: 'preset', days: 30 })
  }
})

test('what is asked for is written back as short as it can be', () => {
  expect(writeAsked(asked(''))).toBe('')
  expect(writeAsked(asked('days=90'))).toBe('days=90')
  expect(writeAsked(asked('from=2026-01-01&to=2026-01-31'))).toBe('from=2026-01-01&to=2026-01-31')
})

test('seven days end today, and the span before ends right before them', () => {
  const week = spanOf({ kind: 'preset', days: 7 }, '2026-03-03')
  expect(week).toEqual({ from: '2026-02-25', to: '2026-03-03' })
  expect(spanBefore(week!)).toEqual({ from: '2026-02-18', to: '2026-02-24' })
})

const day = (date: string, closed: number): OverviewDay => {
  const within = `createdAt ge ${date}T00:00:00.000Z and createdAt lt ${date}T24:00:00.000Z`
  return {
    date,
    orders: { count: closed, filter: within, byStatus: [{ status: 'CLOSED', count: closed, filter: within }] },
    revenue: { amount: closed * 100, count: closed, filter: `${within} and status ne 'CANCELED'` },
  }
}

test('a long span has a bar for each week from Monday, which counts and lists all of its days', () => {
  const days = Array.from({ length: 101 }, (_, i) =>
    day(new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10), 2),
  )
  const [first, second] = bucketsOf(days)
  // 2026-01-01 is a Thursday.
  expect(first).toMatchObject({ from: '2026-01-01', to: '2026-01-04', orders: { count: 8 }, revenue: { amount: 800 } })
  expect(second).toMatchObject({
    from: '2026-01-05',
    to: '2026-01-11',
    orders: {
      count: 14,
      filter: 'createdAt ge 2026-01-05T00:00:00.000Z and createdAt lt 2026-01-11T24:00:00.000Z',
      byStatus: [
        {
          status: 'CLOSED',
          count: 14,
          filter:
            "createdAt ge 2026-01-05T00:00:00.000Z and createdAt lt 2026-01-11T24:00:00.000Z and status eq 'CLOSED'",
        },
      ],
    },
    revenue: {
      filter:
        "createdAt ge 2026-01-05T00:00:00.000Z and createdAt lt 2026-01-11T24:00:00.000Z and status ne 'CANCELED'",
    },
  })
  expect(bucketsOf(days.slice(0, 100))).toHaveLength(100)
})

test('an axis is marked at round numbers that reach over the highest bar', () => {
  expect(ticksFor(23)).toEqual([0, 10, 20, 30])
  expect(ticksFor(3)).toEqual([0, 1, 2, 3])
  expect(ticksFor(0)).toEqual([0, 1])
  expect(ticksFor(1_476_685)).toEqual([0, 500_000, 1_000_000, 1_500_000])
})

test('nothing is compared with nothing', () => {
  expect(changeOf(12, 10)).toBeCloseTo(0.2)
  expect(changeOf(12, 0)).toBeUndefined()
  expect(changeOf(12, undefined)).toBeUndefined()
})

import { describe, expect, test } from 'vitest'
import { changePercent, parseAmount, printAmount } from './amount'
import { checkCell, type GridColumn, readCell, showCell, writeCell } from './columns'
import { dragTarget, fillDown, pasteTarget, patternAt } from './fill'
import { clampPlace, contains, jump, rangeOf } from './range'
import { parseTsv, printTsv } from './tsv'
import { UndoStack } from './undo-stack'

describe('what a spreadsheet puts on the clipboard', () => {
  test('is lines of cells, the last line break is no line', () => {
    expect(parseTsv('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(parseTsv('a\tb\nc\t')).toEqual([
      ['a', 'b'],
      ['c', ''],
    ])
    expect(parseTsv('one')).toEqual([['one']])
    expect(parseTsv('')).toEqual([])
    expect(parseTsv('\n')).toEqual([['']])
    expect(parseTsv('a\n\nb\n')).toEqual([['a'], [''], ['b']])
    expect(parseTsv('\t')).toEqual([['', '']])
    expect(parseTsv('a\rb')).toEqual([['a'], ['b']])
  })

  test('has quotes around cells with breaks, tabs and quotes', () => {
    expect(parseTsv('"a\nb"\t"c\td"\n"say ""hi"""\te\n')).toEqual([
      ['a\nb', 'c\td'],
      ['say "hi"', 'e'],
    ])
    expect(parseTsv('""\tx')).toEqual([['', 'x']])
    expect(parseTsv('"a\r\nb"')).toEqual([['a\nb']])
  })

  test('may hold quotes that are only quotes', () => {
    expect(parseTsv('"7" pipe\tx\n5" pipe')).toEqual([['"7" pipe', 'x'], ['5" pipe']])
    expect(parseTsv('"open\tx')).toEqual([['"open', 'x']])
  })

  test('comes back as it went', () => {
    const rows = [
      ['plain', 'with\ttab', 'with\nbreak'],
      ['"quoted"', '', '日本語'],
    ]
    expect(printTsv(rows)).toBe('plain\t"with\ttab"\t"with\nbreak"\r\n"""quoted"""\t\t日本語')
    expect(parseTsv(printTsv(rows))).toEqual(rows)
  })
})

describe('an amount', () => {
  test.each([
    ['1200', 0, 1200],
    ['¥1,200', 0, 1200],
    ['１２，０００円', 0, 12000],
    ['12.00', 0, 12],
    ['12.5', 0, undefined],
    ['$1,234.5', 2, 123450],
    ['.5', 2, 50],
    ['0.29', 2, 29],
    ['1.200,50 €', 2, 120050],
    ['1200,5', 2, 120050],
    ['1,234', 2, 123400],
    ['1.234', 2, undefined],
    ['1.234', 3, 1234],
    ['KWD 1,234.567', 3, 1234567],
    ['-3', 2, -300],
    ['9999999999.99', 2, 999999999999],
    ['12345678901234567890', 0, undefined],
    ['', 2, undefined],
    ['1e5x', 0, undefined],
    ['1,2,3', 0, undefined],
    ['1..2', 2, undefined],
  ])('%s with %i digits is %s', (text, digits, minor) => {
    expect(parseAmount(text, digits)).toBe(minor)
  })

  test('is printed with the digits of its currency', () => {
    expect(printAmount(1200, 0)).toBe('1200')
    expect(printAmount(5, 2)).toBe('0.05')
    expect(printAmount(-1234567, 3)).toBe('-1234.567')
  })

  test('changes by percent exactly and rounds to steps', () => {
    expect(changePercent(1000, 1000, 1, 'nearest')).toBe(1100)
    expect(changePercent(1980, -1250, 1, 'nearest')).toBe(1733) // 1732.5
    expect(changePercent(1980, -1250, 1, 'down')).toBe(1732)
    expect(changePercent(1234, 1000, 100, 'nearest')).toBe(1400) // 1357.4
    expect(changePercent(1234, 1000, 100, 'down')).toBe(1300)
    expect(changePercent(1300, 0, 100, 'up')).toBe(1300)
    expect(changePercent(999_999_999_999, 1, 1, 'down')).toBe(1_000_099_999_998)
    expect(changePercent(500, -10_000, 1, 'nearest')).toBe(0)
  })
})

describe('a column', () => {
  const money = (currency: string): GridColumn => ({
    key: 'price',
    title: 'Price',
    type: 'money',
    currency,
    width: 1,
    min: 0,
    max: 999_999_999_999,
    required: true,
  })
  const text: GridColumn = { key: 't', title: 'T', type: 'text', width: 1, maxLength: 5, emptyIsNull: true }
  const flag: GridColumn = { key: 'f', title: 'F', type: 'boolean', width: 1 }
  const kind: GridColumn = { key: 'k', title: 'K', type: 'enum', width: 1, options: [{ value: 'A', label: 'First' }] }

  test('reads what it writes', () => {
    for (const [column, value] of [
      [money('JPY'), 1200],
      [money('USD'), 1205],
      [money('KWD'), 7],
      [text, 'abc'],
      [text, null],
      [flag, true],
      [flag, false],
      [kind, 'A'],
    ] as const) {
      expect(readCell(column, writeCell(column, value))).toBe(value)
    }
    expect(showCell(money('USD'), 123450, 'en')).toBe('1,234.50')
    expect(showCell(kind, 'A', 'en')).toBe('First')
    expect(readCell(kind, 'first')).toBe('A')
  })

  test('keeps what it cannot read, and says what is wrong', () => {
    expect(readCell(money('JPY'), 'cheap')).toEqual({ unread: 'cheap' })
    expect(checkCell(money('JPY'), { unread: 'cheap' })?.kind).toBe('unread')
    expect(checkCell(money('JPY'), null)?.kind).toBe('required')
    expect(checkCell(money('JPY'), -1)?.kind).toBe('outside')
    expect(checkCell(money('JPY'), 0)).toBeUndefined()
    expect(checkCell(text, 'abcdef')).toEqual({ kind: 'tooLong', most: 5 })
    expect(readCell(flag, 'perhaps')).toEqual({ unread: 'perhaps' })
    expect(readCell(text, 'two\nlines')).toBe('two lines')
  })
})

describe('a range', () => {
  test('spans two places in any order', () => {
    const range = rangeOf({ row: 5, column: 1 }, { row: 2, column: 3 })
    expect(range).toEqual({ top: 2, left: 1, bottom: 5, right: 3 })
    expect(contains(range, { row: 5, column: 3 })).toBe(true)
    expect(contains(range, { row: 6, column: 3 })).toBe(false)
    expect(clampPlace({ row: 9, column: -1 }, 3, 2)).toEqual({ row: 2, column: 0 })
  })

  test('Ctrl and an arrow stop at the edges of what is filled', () => {
    const filled = [true, true, false, false, true, true]
    const isEmpty = (at: number) => !filled[at]
    expect(jump(0, 1, 6, isEmpty)).toBe(1)
    expect(jump(1, 1, 6, isEmpty)).toBe(4)
    expect(jump(2, 1, 6, isEmpty)).toBe(4)
    expect(jump(4, 1, 6, isEmpty)).toBe(5)
    expect(jump(5, 1, 6, isEmpty)).toBe(5)
    expect(jump(4, -1, 6, isEmpty)).toBe(1)
    expect(jump(1, -1, 6, isEmpty)).toBe(0)
    expect(jump(0, 1, 6, () => true)).toBe(5)
  })
})

describe('filling', () => {
  const source = { top: 2, left: 1, bottom: 3, right: 1 }

  test('repeats the source in both directions', () => {
    expect(patternAt(source, { row: 4, column: 1 })).toEqual({ row: 2, column: 1 })
    expect(patternAt(source, { row: 7, column: 1 })).toEqual({ row: 3, column: 1 })
    expect(patternAt(source, { row: 1, column: 1 })).toEqual({ row: 3, column: 1 })
    expect(patternAt(source, { row: 0, column: 1 })).toEqual({ row: 2, column: 1 })
  })

  test('by the handle goes the farther way', () => {
    expect(dragTarget(source, { row: 3, column: 1 })).toBeUndefined()
    expect(dragTarget(source, { row: 9, column: 2 })).toEqual({ top: 4, left: 1, bottom: 9, right: 1 })
    expect(dragTarget(source, { row: 0, column: 1 })).toEqual({ top: 0, left: 1, bottom: 1, right: 1 })
    expect(dragTarget(source, { row: 2, column: 4 })).toEqual({ top: 2, left: 2, bottom: 3, right: 4 })
    expect(dragTarget(source, { row: 3, column: 0 })).toEqual({ top: 2, left: 0, bottom: 3, right: 0 })
  })

  test('down takes the first row of a range, or the row above one row', () => {
    expect(fillDown({ top: 2, left: 0, bottom: 5, right: 1 })).toEqual({
      source: { top: 2, left: 0, bottom: 2, right: 1 },
      target: { top: 3, left: 0, bottom: 5, right: 1 },
    })
    expect(fillDown({ top: 2, left: 0, bottom: 2, right: 0 })?.source.top).toBe(1)
    expect(fillDown({ top: 0, left: 0, bottom: 0, right: 0 })).toBeUndefined()
  })

  test('pasting repeats into an exact multiple only', () => {
    const selected = { top: 1, left: 0, bottom: 4, right: 1 }
    expect(pasteTarget(1, 1, selected)).toEqual(selected)
    expect(pasteTarget(2, 2, selected)).toEqual(selected)
    expect(pasteTarget(3, 1, selected)).toEqual({ top: 1, left: 0, bottom: 3, right: 0 })
  })
})

test('steps are taken back and made again until there is a new one', () => {
  const stack = new UndoStack<string>()
  expect(stack.undo()).toBeUndefined()
  stack.push('a')
  stack.push('b')
  expect(stack.undo()).toBe('b')
  expect(stack.redo()).toBe('b')
  expect(stack.undo()).toBe('b')
  expect(stack.undo()).toBe('a')
  expect(stack.canUndo).toBe(false)
  stack.push('c')
  expect(stack.redo()).toBeUndefined()
  for (let i = 0; i < 250; i++) stack.push(String(i))
  let count = 0
  while (stack.undo() !== undefined) count++
  expect(count).toBe(200)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '@/lib/errors'
import { filterLimits, parseFilter } from './parse'
import { printFilter } from './print'
import type { FilterTree, Literal } from './tree'

function errorOf(text: string): AppError {
  try {
    parseFilter(text)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error(`${text} was accepted.`)
}

test.each([
  ['a eq 1 and b eq 2 or c eq 3', 'or(and(a eq 1, b eq 2), c eq 3)'],
  ['a eq 1 or b eq 2 and c eq 3', 'or(a eq 1, and(b eq 2, c eq 3))'],
  ['not a eq 1 and b eq 2', 'and(not(a eq 1), b eq 2)'],
  ['not (a eq 1 and b eq 2)', 'not(and(a eq 1, b eq 2))'],
  ['not a pr or b pr', 'or(not(a pr), b pr)'],
  ['(a eq 1 or b eq 2) and not (c eq 3)', 'and(or(a eq 1, b eq 2), not(c eq 3))'],
])('%s binds as documented', (text, structure) => {
  const show = (tree: FilterTree): string =>
    tree.kind === 'and' || tree.kind === 'or'
      ? `${tree.kind}(${tree.nodes.map(show).join(', ')})`
      : tree.kind === 'not'
        ? `not(${show(tree.node)})`
        : printFilter(tree)
  expect(show(parseFilter(text))).toBe(structure)
})

test.each([
  ['status eq', 9, 'the end'],
  ['', 0, 'the end'],
  ['and', 0, 'and'],
  ['a eq 1 and', 10, 'the end'],
  ['a eq 1)', 6, ')'],
  ['a in (1 2)', 8, '2'],
  ['a in (1,)', 8, ')'],
  ['a in [1)', 7, ')'],
  ['a in 1', 5, '1'],
  ["a eq 'x", 5, "'x"],
  ['a eq "x"', 5, '"'],
  ['a gt 1e5', 5, '1e5'],
  ['a gt 12abc', 5, '12abc'],
  ['a eq 1 AND OR b eq 2', 11, 'OR'],
  ['a/b eq 1', 1, '/'],
  ['a eq /x/', 5, '/'],
  ['a == 1', 2, '='],
  ['startswith(a)', 12, ')'],
  ["startswith('x',a)", 11, "'x'"],
  ['year(createdAt) eq 2024', 0, 'year'],
  ['a..b eq 1', 1, '.'],
  ['日本 eq 1', 0, '日'],
])('%s is refused at position %i', (text, position, found) => {
  const error = errorOf(text)
  expect(error.status).toBe(400)
  expect(error.extras.target).toBe('RequestQuery')
  expect(error.extras.inner).toMatchObject({ code: 'InvalidFilter', position, found })
  expect(error.message).toContain(`position ${position}`)
})

test('a misspelt operator is told its nearest neighbour', () => {
  expect(errorOf('a equals 1').extras.inner?.expected).toContain('eq')
  expect(errorOf('a eqq 1').extras.inner).toMatchObject({ nearest: 'eq', position: 2 })
})

test('text that cannot be stored is refused where it stands', () => {
  expect(errorOf("a eq 'x\u0000'").extras.inner).toMatchObject({ position: 7 })
  expect(errorOf("a eq '\ud800'").extras.inner).toMatchObject({ position: 6 })
  expect(() => parseFilter("a eq '😀'")).not.toThrow()
})

describe('size', () => {
  test('what the guide promises is accepted', () => {
    expect(() => parseFilter(`${'('.repeat(10)}a eq 1${')'.repeat(10)}`)).not.toThrow()
    expect(() => parseFilter(Array.from({ length: 20 }, (_, n) => `a eq ${n}`).join(' or '))).not.toThrow()
    expect(() => parseFilter(`a in (${Array.from({ length: 50 }, (_, n) => n).join(',')})`)).not.toThrow()
    expect(() => parseFilter(`a eq '${'x'.repeat(255)}'`)).not.toThrow()
  })

  test('the caps hold to the last unit', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}a eq 1${')'.repeat(depth)}`
    expect(() => parseFilter(nested(filterLimits.depth))).not.toThrow()
    expect(errorOf(nested(filterLimits.depth + 1)).extras.inner?.position).toBe(filterLimits.depth)
    expect(errorOf(`${'not '.repeat(101)}a eq 1`).message).toContain('100 levels')
    const listOf = (count: number) => `a in (${Array.from({ length: count }, () => 1).join(',')})`
    expect(() => parseFilter(listOf(filterLimits.listMembers))).not.toThrow()
    expect(errorOf(listOf(filterLimits.listMembers + 1)).message).toContain('500')
    const bytes = (count: number) => `a eq '${'x'.repeat(count - 7)}'`
    expect(() => parseFilter(bytes(filterLimits.bytes))).not.toThrow()
    expect(errorOf(bytes(filterLimits.bytes + 1)).message).toContain('8192')
    expect(errorOf(`a eq '${'語'.repeat(2730)}'`).message).toContain('8192')
    expect(errorOf(Array.from({ length: 251 }, () => 'a pr').join(' or ')).message).toContain('250')
  })

  test('a hostile text is answered at once', () => {
    const start = Date.now()
    for (const unit of ['(', 'not ', "''", '0', '-', 'a.', '[', ' ', 'a in (', '2024-01-01T']) {
      try {
        parseFilter(unit.repeat(Math.floor(8192 / unit.length)))
      } catch (error) {
        if (!(error instanceof AppError)) throw error
      }
    }
    expect(Date.now() - start).toBeLessThan(500)
  })
})

const name = fc
  .stringMatching(/^[A-Za-z_$][A-Za-z0-9_]{0,6}$/)
  .filter((word) => !/^(and|or|not|in|pr|co|eq|ne|gt|ge|lt|le|true|false|null)$/i.test(word))
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('.'))
const literal: fc.Arbitrary<Literal> = fc.oneof(
  fc
    .string({ unit: 'grapheme' })
    .filter((text) => !text.includes('\0'))
    .map((value): Literal => ({ type: 'string', value, at: 0 })),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map((value): Literal => ({ type: 'number', value: value + 0, at: 0 })),
  fc.integer().map((value): Literal => ({ type: 'number', value, at: 0 })),
  fc.boolean().map((value): Literal => ({ type: 'boolean', value, at: 0 })),
  fc.constant<Literal>({ type: 'null', at: 0 }),
  fc
    .date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') })
    .map((date): Literal => ({ type: 'date', value: date.toISOString(), at: 0 })),
)
const at = fc.constant(0)
const tree = fc.letrec<{ tree: FilterTree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.record({
      kind: fc.constant('compare' as const),
      operator: fc.constantFrom('eq', 'ne', 'gt', 'ge', 'lt', 'le', 'co', 'startswith', 'endswith'),
      path,
      value: literal,
      at,
    }),
    fc.record({
      kind: fc.constant('in' as const),
      path,
      values: fc.array(literal, { minLength: 1, maxLength: 5 }),
      at,
    }),
    fc.record({ kind: fc.constant('present' as const), path, at }),
    fc.record({ kind: fc.constant('not' as const), node: tie('tree') }),
    fc.record({ kind: fc.constantFrom('and', 'or'), nodes: fc.array(tie('tree'), { minLength: 2, maxLength: 4 }) }),
  ),
})).tree

const withoutPositions = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, part) => (key === 'at' ? undefined : part)))

test('what is printed parses to the same tree', () => {
  fc.assert(
    fc.property(tree, (original) => {
      const text = printFilter(original)
      fc.pre(new TextEncoder().encode(text).length <= filterLimits.bytes)
      expect(withoutPositions(parseFilter(text))).toEqual(withoutPositions(original))
    }),
    { numRuns: Number(process.env.QUERY_RUNS || 300) },
  )
})

test('any text is either read or refused with a 400', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "'",
      '(',
      ')',
      ' and ',
      ' or ',
      'not ',
      ' in ',
      '[',
      ',',
      '.',
      'a',
      ' eq ',
      '1',
      '-',
      '2024-01-01T00:00:00Z',
      '\u0000',
      '%',
      '$',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      try {
        parseFilter(pieces.join(''))
      } catch (error) {
        expect(error).toBeInstanceOf(AppError)
        expect((error as AppError).status).toBe(400)
      }
    }),
    { numRuns: Number(process.env.QUERY_RUNS || 300) * 3 },
  )
})

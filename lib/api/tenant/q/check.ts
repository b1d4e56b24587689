import { RE2JS } from 're2js'
import { compareText } from '@/lib/query/evaluate'
import type { Bound, Clause, Literal, Predicate } from './clause'
import { invalidParameter } from './parse'
import { type DeclaredType, declaredType } from './types'

const maxPattern = 100
/** How much of a text a pattern looks at. */
const maxInput = 10_000

/** A clause that makes sense for its field, with the test of one value found there. */
export type CheckedClause = Clause & { type: DeclaredType | undefined; test: (found: unknown) => boolean }

const numberPattern = /^[+-]?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d{1,3})?$/
const datePattern = /^\d{4}-\d{2}-\d{2}([Tt ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?([Zz]|[+-]\d{2}:?\d{2})?)?$/

/** An instant in ms UTC; without a zone it is UTC. */
function readDate(text: string): number | undefined {
  if (!datePattern.test(text)) return undefined
  const zoned = /([Zz]|[+-]\d{2}:?\d{2})$/.test(text.slice(10)) || text.length === 10 ? text : `${text}Z`
  const at = Date.parse(zoned)
  return Number.isNaN(at) ? undefined : at
}

const refuse = (path: string, message: string) => invalidParameter('q', `\`${path}\` ${message}`)

/** The literal as a value of the field's type. @throws AppError BadArgument */
function typed(path: string, type: DeclaredType, { text }: Literal): string | number | boolean {
  switch (type) {
    case 'string':
      return text
    case 'number':
      if (numberPattern.test(text)) return Number(text)
      throw refuse(path, `takes a number; \`${text.slice(0, 40)}\` is none.`)
    case 'date': {
      const at = readDate(text)
      if (at !== undefined) return at
      throw refuse(path, `takes an ISO 8601 date; \`${text.slice(0, 40)}\` is none.`)
    }
    case 'boolean':
      if (text === 'true' || text === 'false') return text === 'true'
      throw refuse(path, 'takes true or false.')
  }
}

/** What is found, as a value of the field's type; undefined when it is none. */
function valueFound(type: DeclaredType, found: unknown): string | number | boolean | undefined {
  if (type === 'date') return typeof found === 'string' ? readDate(found) : undefined
  return typeof found === type ? (found as string | number | boolean) : undefined
}

function compare(a: string | number | boolean, b: string | number | boolean): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b)
  return Number(a) - Number(b)
}

const holds = (operator: Bound['operator'], sign: number): boolean =>
  operator === '>' ? sign > 0 : operator === '>=' ? sign >= 0 : operator === '<' ? sign < 0 : sign <= 0

/** What an undeclared field's literal means beside the value that is found: its type decides (C.6). */
function openValue({ text, quoted }: Literal, found: unknown): string | number | boolean | undefined {
  if (typeof found === 'string') return text
  if (quoted) return undefined
  if (typeof found === 'number') return numberPattern.test(text) ? Number(text) : undefined
  if (typeof found === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined
  return undefined
}

function testOf(path: string, type: DeclaredType | undefined, predicate: Predicate): (found: unknown) => boolean {
  switch (predicate.kind) {
    case 'null':
    case 'missing':
    case 'exists':
      return () => false
    case 'equals':
      return equalsTest(path, type, [predicate.value])
    case 'any':
      return equalsTest(path, type, predicate.values)
    case 'bounds':
      return boundsTest(path, type, predicate.bounds)
    case 'regex':
      return regexTest(path, type, predicate.pattern)
  }
}

function equalsTest(path: string, type: DeclaredType | undefined, literals: Literal[]) {
  if (type === undefined) {
    return (found: unknown) =>
      literals.some((literal) => {
        const wanted = openValue(literal, found)
        return wanted !== undefined && wanted === found
      })
  }
  const wanted = new Set(literals.map((literal) => typed(path, type, literal)))
  return (found: unknown) => {
    const value = valueFound(type, found)
    return value !== undefined && wanted.has(value)
  }
}

function boundsTest(path: string, type: DeclaredType | undefined, bounds: Bound[]) {
  if (type === 'boolean') throw refuse(path, 'is true or false and has no bounds.')
  if (type === undefined) {
    return (found: unknown) =>
      typeof found !== 'boolean' &&
      bounds.every(({ operator, value }) => {
        const wanted = openValue(value, found)
        return wanted !== undefined && holds(operator, compare(found as string | number, wanted))
      })
  }
  const limits = bounds.map(({ operator, value }) => ({ operator, wanted: typed(path, type, value) }))
  return (found: unknown) => {
    const value = valueFound(type, found)
    return value !== undefined && limits.every(({ operator, wanted }) => holds(operator, compare(value, wanted)))
  }
}

/** Patterns run in linear time (decision 48), unanchored, over the beginning of long texts. */
function regexTest(path: string, type: DeclaredType | undefined, pattern: string) {
  if (type !== undefined && type !== 'string') throw refuse(path, 'is no text and takes no pattern.')
  if (pattern.length > maxPattern) throw refuse(path, `takes a pattern of at most ${maxPattern} characters.`)
  let compiled: RE2JS
  try {
    compiled = RE2JS.compile(pattern)
  } catch {
    throw refuse(path, `takes a pattern in RE2 syntax; \`${pattern}\` is none.`)
  }
  return (found: unknown) => typeof found === 'string' && compiled.test(found.slice(0, maxInput))
}

/** @throws AppError BadArgument */
export const checkClauses = (clauses: readonly Clause[]): CheckedClause[] =>
  clauses.map((clause) => {
    const type = declaredType(clause.path)
    return { ...clause, type, test: testOf(clause.path, type, clause.predicate) }
  })

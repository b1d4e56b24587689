import { badArgument } from '@/lib/errors'
import type { Bound, Clause, Literal, Predicate } from './clause'

const maxClauses = 50

/** A refusal of a list parameter, naming it (C.6: syntax errors are 400). */
export const invalidParameter = (name: 'q' | 'sort' | 'fields', message: string) =>
  badArgument('RequestQuery', message, [{ code: 'InvalidFormat', target: name, message }])

const pathPattern = /[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*/uy
const barePattern = /[^ ,()"]+/y
const operatorPattern = />=|<=|>|</y

/** Reads one q text from left to right; every method leaves `at` behind what it read. */
class Reader {
  at = 0
  constructor(readonly text: string) {}

  get next(): string | undefined {
    return this.text[this.at]
  }

  fail(expected: string): never {
    const found = this.at < this.text.length ? `\`${this.text.slice(this.at, this.at + 20)}\`` : 'the end'
    throw invalidParameter('q', `At position ${this.at}: found ${found}, expected ${expected}.`)
  }

  spaces(): void {
    while (this.next === ' ') this.at++
  }

  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0]
    if (found !== undefined) this.at += found.length
    return found
  }

  take(text: string, expected = `\`${text}\``): void {
    if (!this.text.startsWith(text, this.at)) this.fail(expected)
    this.at += text.length
  }

  clauses(): Clause[] {
    const clauses: Clause[] = []
    this.spaces()
    while (this.next !== undefined) {
      clauses.push(this.clause())
      if (clauses.length > maxClauses) throw invalidParameter('q', `At most ${maxClauses} clauses are taken.`)
      if (this.next !== undefined && this.next !== ' ') this.fail('a space or the end')
      this.spaces()
    }
    return clauses
  }

  clause(): Clause {
    const { at } = this
    const path = this.match(pathPattern)
    if (path === undefined) this.fail('the name of a field')
    if (path === 'compoundLogicalQuery') throw invalidParameter('q', 'compoundLogicalQuery is not possible for orders.')
    this.take(':', '`:` and a value')
    return { path: path!, predicate: this.predicate(), at }
  }

  predicate(): Predicate {
    if (this.next === '~') return this.regex()
    if (this.next === '(') return this.group()
    const bound = this.bound()
    if (bound) return { kind: 'bounds', bounds: [bound] }
    const value = this.literal()
    if (!value.quoted && (value.text === 'null' || value.text === 'missing' || value.text === 'exists')) {
      return { kind: value.text }
    }
    return { kind: 'equals', value }
  }

  bound(): Bound | undefined {
    const operator = this.match(operatorPattern) as Bound['operator'] | undefined
    return operator && { operator, value: this.literal() }
  }

  literal(): Literal {
    if (this.next === '"') return { text: this.quoted(), quoted: true }
    if (this.next === '~' || this.next === '<' || this.next === '>') this.fail('a value')
    return { text: this.match(barePattern) ?? this.fail('a value'), quoted: false }
  }

  quoted(): string {
    let text = ''
    for (this.at++; this.next !== '"'; this.at++) {
      if (this.next === undefined) this.fail('`"`')
      if (this.next === '\\') {
        this.at++
        if (!/["\\]/.test(this.text[this.at] ?? '')) this.fail('`"` or `\\` behind `\\`')
      }
      text += this.text[this.at]
    }
    this.at++
    return text
  }

  group(): Predicate {
    this.take('(')
    if (this.next === '~') {
      this.at++
      return { kind: 'regex', pattern: this.untilParenthesis() }
    }
    this.spaces()
    const first = this.bound()
    return first ? this.range(first) : this.list()
  }

  range(first: Bound): Predicate {
    if (this.next !== ' ') this.fail('a space and `AND`')
    this.spaces()
    this.take('AND')
    if (this.next !== ' ') this.fail('a space and the second bound')
    this.spaces()
    const second = this.bound() ?? this.fail('`<`, `<=`, `>` or `>=`')
    this.spaces()
    this.take(')')
    return { kind: 'bounds', bounds: [first, second] }
  }

  list(): Predicate {
    const values = [this.literal()]
    this.spaces()
    while (this.next === ',') {
      this.at++
      this.spaces()
      values.push(this.literal())
      this.spaces()
    }
    this.take(')', '`,` or `)`')
    return { kind: 'any', values }
  }

  regex(): Predicate {
    this.take('~')
    if (this.next === '(') {
      this.at++
      return { kind: 'regex', pattern: this.untilParenthesis() }
    }
    return { kind: 'regex', pattern: this.match(barePattern) ?? this.fail('a pattern') }
  }

  untilParenthesis(): string {
    const end = this.text.indexOf(')', this.at)
    if (end < 0 || end === this.at) this.fail('a pattern and `)`')
    const pattern = this.text.slice(this.at, end)
    this.at = end + 1
    return pattern
  }
}

/**
 * Reads a q text (spec other-order-apis C.6).
 *
 *   q         = [ clause *( SP clause ) ]
 *   clause    = path ":" ( "null" | "missing" | "exists" | bound | "(" range ")" | "(" list ")" | regex | literal )
 *   range     = bound SP "AND" SP bound
 *   bound     = ( ">=" | "<=" | ">" | "<" ) literal
 *   regex     = "~" bare | "~(" text ")" | "(~" text ")"
 *
 * @throws AppError BadArgument with the position
 */
export const parseQ = (text: string): Clause[] => new Reader(text).clauses()

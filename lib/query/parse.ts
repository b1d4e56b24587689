import { requireCleanText, type Token, tokenize } from './lexer'
import { nearestName } from './nearest'
import { filterOrigin, orList, queryError, type TextOrigin } from './query-error'
import { type CompareOperator, comparisonOperators, type FilterTree, type Literal, textFunctions } from './tree'

/**
 * The `$filter` grammar (spec nodeblocks 5.1, decisions 30 and 58). Keywords are case-insensitive, names are not.
 *
 *   filter     = and *( "or" and )
 *   and        = unary *( "and" unary )
 *   unary      = "not" unary | "(" filter ")" | comparison
 *   comparison = path ( "eq" | "ne" | "gt" | "ge" | "lt" | "le" | "co" ) literal
 *              | path "in" list
 *              | path "pr"
 *              | ( "startswith" | "endswith" | "contains" ) "(" path "," literal ")"
 *   list       = "(" literal *( "," literal ) ")" | "[" literal *( "," literal ) "]"
 *   path       = name *( "." name )              name = [A-Za-z_$][A-Za-z0-9_]*
 *   literal    = string | number | date | "true" | "false" | "null"
 *   string     = "'" … "'"                       ( '' inside is one quote )
 *   number     = [ "+" | "-" ] digits [ "." digits ]
 *   date       = an ISO date-time without quotes
 *
 * Each line below is parsed by the tests; behind `=>` stands how it is understood, behind `=> 400` the reported position.
 *
 *   example: totalPrice gt 20                              => totalPrice gt 20
 *   example: not totalPrice le 3.5                         => not (totalPrice le 3.5)
 *   example: a eq 1 or b eq 2 and c eq 3                   => a eq 1 or (b eq 2 and c eq 3)
 *   example: (a eq 1 or b eq 2) and c eq 3                 => (a eq 1 or b eq 2) and c eq 3
 *   example: NOT a EQ 1 AND b IN ('x','y')                 => not (a eq 1) and b in ('x', 'y')
 *   example: not not a pr                                  => not (not (a pr))
 *   example: cancelReason in ['CUSTOMER', 'DECLINED']      => cancelReason in ('CUSTOMER', 'DECLINED')
 *   example: name eq 'it''s'                               => name eq 'it''s'
 *   example: createdAt ge 2024-01-31T09:00:00+09:00        => createdAt ge 2024-01-31T09:00:00+09:00
 *   example: contains(customer.name,'taro')                => customer.name co 'taro'
 *   example: startswith(name,'T') and closedAt eq null     => startswith(name, 'T') and closedAt eq null
 *   example: status in ()                                  => 400 11
 *   example: status eq PENDING                             => 400 10
 *   example: status = 'PENDING'                            => 400 7
 *   example: (a eq 1                                       => 400 7
 *   example: a eq 1 b eq 2                                 => 400 7
 *   example: month(createdAt) eq 1                         => 400 0
 *   example: point geoWithinBox [1,2]                      => 400 6
 */
export const filterLimits = { depth: 100, bytes: 8192, listMembers: 500, terms: 250 }

/** Parses `$filter` text. Throws a 400 `InvalidFilter` (or the origin's code) with position, found and expected. */
export function parseFilter(text: string, origin: TextOrigin = filterOrigin): FilterTree {
  if (new TextEncoder().encode(text).length > filterLimits.bytes) {
    throw queryError(origin, `The text is longer than ${filterLimits.bytes} bytes.`, { position: filterLimits.bytes })
  }
  requireCleanText(text, origin)
  const parser = new FilterParser(tokenize(text, origin), origin)
  return parser.parse()
}

const binaryKeywords = [...comparisonOperators, 'in', 'pr']
const functionNames: readonly string[] = textFunctions

class FilterParser {
  private index = 0
  private depth = 0
  private terms = 0

  constructor(
    private readonly tokens: Token[],
    private readonly origin: TextOrigin,
  ) {}

  parse(): FilterTree {
    const tree = this.or()
    const rest = this.peek()
    if (rest.type !== 'end') throw this.fail(rest, ['and', 'or', 'end of the filter'], this.hintBehindTerm(rest))
    return tree
  }

  private or(): FilterTree {
    const nodes = [this.and()]
    while (this.takeKeyword('or')) nodes.push(this.and())
    return nodes.length === 1 ? nodes[0]! : { kind: 'or', nodes }
  }

  private and(): FilterTree {
    const nodes = [this.unary()]
    while (this.takeKeyword('and')) nodes.push(this.unary())
    return nodes.length === 1 ? nodes[0]! : { kind: 'and', nodes }
  }

  private unary(): FilterTree {
    const token = this.peek()
    if (token.type === '(') {
      this.descend(token)
      this.next()
      const inner = this.or()
      this.expect(')', ['and', 'or', ')'])
      this.depth--
      return inner
    }
    if (isKeyword(token, 'not')) {
      this.descend(token)
      this.next()
      const node = this.unary()
      this.depth--
      return { kind: 'not', node }
    }
    return this.comparison()
  }

  private comparison(): FilterTree {
    const token = this.next()
    this.terms++
    if (this.terms > filterLimits.terms) {
      throw queryError(this.origin, `The filter has more than ${filterLimits.terms} comparisons.`, {
        position: token.at,
      })
    }
    if (token.type !== 'word' || isReserved(token)) {
      throw this.fail(token, ['a property name', 'not', '('])
    }
    if (this.peek().type === '(') return this.textFunction(token)
    const operator = this.next()
    const keyword = operator.type === 'word' ? operator.text.toLowerCase() : ''
    if (keyword === 'pr') return { kind: 'present', path: token.text, at: token.at }
    if (keyword === 'in') return { kind: 'in', path: token.text, values: this.list(), at: token.at }
    if ((comparisonOperators as readonly string[]).includes(keyword)) {
      return {
        kind: 'compare',
        operator: keyword as CompareOperator,
        path: token.text,
        value: this.literal(),
        at: token.at,
      }
    }
    const nearest = operator.type === 'word' ? nearestName(operator.text, binaryKeywords) : undefined
    const hint = keyword === 'geowithinbox' ? 'geoWithinBox is not supported.' : undefined
    throw this.fail(operator, binaryKeywords, hint, nearest)
  }

  private textFunction(name: Token): FilterTree {
    const word = name.text.toLowerCase()
    if (!functionNames.includes(word)) {
      throw queryError(this.origin, `There is no function ${name.text}(). Functions are ${orList(functionNames)}.`, {
        position: name.at,
        found: name.text,
        expected: [...functionNames],
        nearest: nearestName(name.text, functionNames),
      })
    }
    this.next()
    const path = this.next()
    if (path.type !== 'word' || isReserved(path)) throw this.fail(path, ['a property name'])
    this.expect(',', [','])
    const value = this.literal()
    this.expect(')', [')'])
    const operator = word === 'contains' ? 'co' : (word as CompareOperator)
    return { kind: 'compare', operator, path: path.text, value, at: path.at }
  }

  private list(): Literal[] {
    const open = this.next()
    if (open.type !== '(' && open.type !== '[') throw this.fail(open, ['(', '['])
    const close = open.type === '(' ? ')' : ']'
    if (this.peek().type === close)
      throw this.fail(this.peek(), ['text, a number or another value'], 'A list needs at least one value.')
    const values: Literal[] = []
    for (;;) {
      if (values.length === filterLimits.listMembers) {
        throw queryError(this.origin, `A list holds at most ${filterLimits.listMembers} values.`, {
          position: this.peek().at,
        })
      }
      values.push(this.literal())
      if (this.peek().type !== ',') break
      this.next()
    }
    this.expect(close, [',', close])
    return values
  }

  private literal(): Literal {
    const token = this.next()
    if (token.type === 'string') return { type: 'string', value: token.value, at: token.at }
    if (token.type === 'number') return { type: 'number', value: token.value, at: token.at }
    if (token.type === 'date') return { type: 'date', value: token.text, at: token.at }
    if (isKeyword(token, 'true')) return { type: 'boolean', value: true, at: token.at }
    if (isKeyword(token, 'false')) return { type: 'boolean', value: false, at: token.at }
    if (isKeyword(token, 'null')) return { type: 'null', at: token.at }
    const hint = token.type === 'word' ? `Put text in single quotes: '${token.text}'.` : undefined
    throw this.fail(token, ['text in single quotes', 'a number', 'a date-time', 'true', 'false', 'null'], hint)
  }

  private descend(token: Token): void {
    if (++this.depth > filterLimits.depth) {
      throw queryError(this.origin, `The filter is nested more than ${filterLimits.depth} levels deep.`, {
        position: token.at,
      })
    }
  }

  private peek(): Token {
    return this.tokens[this.index]!
  }

  private next(): Token {
    const token = this.tokens[this.index]!
    if (token.type !== 'end') this.index++
    return token
  }

  private takeKeyword(word: string): boolean {
    if (!isKeyword(this.peek(), word)) return false
    this.index++
    return true
  }

  private expect(type: Token['type'], expected: string[]): void {
    const token = this.next()
    if (token.type !== type)
      throw this.fail(token, expected, expected.includes('and') ? this.hintBehindTerm(token) : undefined)
  }

  private hintBehindTerm(token: Token): string | undefined {
    if (token.type === ')') return 'This parenthesis closes none that was opened.'
    return undefined
  }

  private fail(token: Token, expected: string[], hint?: string, nearest?: string) {
    const found = token.type === 'end' ? 'the end' : token.text
    const shown = token.type === 'end' ? 'the end' : `'${found.length > 40 ? `${found.slice(0, 37)}…` : found}'`
    const meant = nearest ? ` Did you mean ${nearest}?` : ''
    return queryError(this.origin, `Found ${shown}, expected ${orList(expected)}.${hint ? ` ${hint}` : ''}${meant}`, {
      position: token.at,
      found,
      expected,
      nearest,
    })
  }
}

const isKeyword = (token: Token, word: string) => token.type === 'word' && token.text.toLowerCase() === word

const reserved = ['and', 'or', 'not', 'true', 'false', 'null', ...binaryKeywords]

function isReserved(token: Token): boolean {
  return token.type === 'word' && reserved.includes(token.text.toLowerCase())
}

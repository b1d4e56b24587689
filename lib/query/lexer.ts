import { queryError, type TextOrigin } from './query-error'

/**
 * The words of the query language. One pass, no backtracking: every character is looked at a bounded number of times.
 * `word` is a keyword, a dotted path or a function name; `date` an unquoted date or date-time.
 */
export type Token =
  | { type: 'word'; text: string; at: number }
  | { type: 'string'; text: string; value: string; at: number }
  | { type: 'number'; text: string; value: number; at: number }
  | { type: 'date'; text: string; at: number }
  | { type: '(' | ')' | '[' | ']' | ','; text: string; at: number }
  | { type: 'end'; text: ''; at: number }

const namePattern = /[A-Za-z_$][A-Za-z0-9_]*(?:\.[A-Za-z_$][A-Za-z0-9_]*)*/y
const datePattern =
  /\d{4}-\d{2}-\d{2}(?:[Tt]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:[Zz]|[+-]\d{2}:\d{2})?)?(?![A-Za-z0-9_.:])/y
const numberPattern = /[+-]?\d+(?:\.\d+)?(?![A-Za-z0-9_.:])/y

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

const wordAt = (text: string, at: number) => /^[^\s()[\],']{1,60}/.exec(text.slice(at, at + 60))?.[0] ?? text[at]!

/** Splits text into tokens, the last one `end`. Throws the origin's 400 at the first character that starts none. */
export function tokenize(text: string, origin: TextOrigin): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const char = text[at]!
    if (char === ' ' || char === '\t' || char === '\n' || char === '\r') {
      at++
    } else if (char === '(' || char === ')' || char === '[' || char === ']' || char === ',') {
      tokens.push({ type: char, text: char, at })
      at++
    } else if (char === "'") {
      const token = readString(text, at, origin)
      tokens.push(token)
      at += token.text.length
    } else if ((char >= '0' && char <= '9') || char === '+' || char === '-') {
      const token = readNumberOrDate(text, at, origin)
      tokens.push(token)
      at += token.text.length
    } else {
      const name = matchAt(namePattern, text, at)
      if (!name) throw unexpectedCharacter(text, at, origin)
      tokens.push({ type: 'word', text: name, at })
      at += name.length
    }
  }
  tokens.push({ type: 'end', text: '', at: text.length })
  return tokens
}

function readString(text: string, start: number, origin: TextOrigin): Extract<Token, { type: 'string' }> {
  let at = start + 1
  for (;;) {
    const quote = text.indexOf("'", at)
    if (quote < 0) {
      throw queryError(
        origin,
        "The text that starts here has no closing quote. A quote inside text is written twice: 'it''s'.",
        {
          position: start,
          found: text.slice(start),
          expected: ["'"],
        },
      )
    }
    if (text[quote + 1] !== "'") {
      const raw = text.slice(start, quote + 1)
      return { type: 'string', text: raw, value: raw.slice(1, -1).replaceAll("''", "'"), at: start }
    }
    at = quote + 2
  }
}

function readNumberOrDate(text: string, at: number, origin: TextOrigin): Extract<Token, { type: 'number' | 'date' }> {
  const date = matchAt(datePattern, text, at)
  if (date) return { type: 'date', text: date, at }
  const number = matchAt(numberPattern, text, at)
  const value = Number(number)
  if (number && Number.isFinite(value)) return { type: 'number', text: number, value: value + 0, at }
  const found = wordAt(text, at)
  throw queryError(
    origin,
    `'${found}' is neither a number (12, -3.5) nor a date-time (2024-01-31T09:00:00Z). Put text in single quotes: '${found}'.`,
    { position: at, found, expected: ['number', 'date-time', 'text in single quotes'] },
  )
}

function unexpectedCharacter(text: string, at: number, origin: TextOrigin) {
  const char = String.fromCodePoint(text.codePointAt(at)!)
  const place = { position: at, found: char }
  if (char === '"')
    return queryError(origin, "Text stands in single quotes: 'like this'.", { ...place, expected: ["'"] })
  if (char === '/') {
    return queryError(
      origin,
      "Regular expressions and '/' in paths are not supported. Use co, startswith(path,'x') or endswith(path,'x'), and '.' in paths.",
      place,
    )
  }
  if ('=<>!&|'.includes(char)) {
    return queryError(
      origin,
      `'${char}' is not an operator here. Write eq, ne, gt, ge, lt, le, in, co, pr, and, or, not.`,
      {
        ...place,
        expected: ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'in', 'co', 'pr', 'and', 'or', 'not'],
      },
    )
  }
  return queryError(origin, `The character '${char}' has no meaning here. Text stands in single quotes.`, place)
}

/** NUL and lone surrogates cannot be stored, so nothing can be equal to them (guide reliability, Data). */
export function requireCleanText(text: string, origin: TextOrigin): void {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0)
      throw queryError(origin, 'The text holds a NUL character, which no stored value can hold.', { position: at })
    if (unit < 0xd800 || unit > 0xdfff) continue
    const next = text.charCodeAt(at + 1)
    if (unit > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) {
      throw queryError(origin, 'The text is not valid Unicode here (half of a surrogate pair).', { position: at })
    }
    at++
  }
}

import { nearestName } from './nearest'
import { orList, queryError, type TextOrigin } from './query-error'

/** How many steps may follow each other on one level (spec nodeblocks 5.6). */
export const maxSteps = 5

/** A step as written: its word and the text between its parentheses, none for `identity`. */
export type Call = { word: string; at: number; inside?: string; insideAt: number }

const stepWords = ['filter', 'groupby', 'aggregate', 'orderby', 'top', 'identity']
const wordPattern = /[A-Za-z]+/y

function wordAt(text: string, at: number): string | undefined {
  wordPattern.lastIndex = at
  return wordPattern.exec(text)?.[0]
}

export const skipSpace = (text: string, at: number): number => {
  let next = at
  while (text[next] === ' ') next++
  return next
}

/** Splits a chain of steps, `then` or `/` between them. Throws the origin's 400. */
export function readCalls(text: string, origin: TextOrigin): Call[] {
  const calls: Call[] = []
  let at = skipSpace(text, 0)
  for (;;) {
    if (calls.length === maxSteps) {
      throw queryError(origin, `At most ${maxSteps} steps may follow each other.`, { position: at })
    }
    const call = readCall(text, at, origin)
    calls.push(call)
    at = skipSpace(
      text,
      call.inside === undefined ? call.at + call.word.length : call.insideAt + call.inside.length + 1,
    )
    if (at >= text.length) return calls
    const separator = text[at] === '/' ? '/' : wordAt(text, at)
    if (separator !== '/' && separator?.toLowerCase() !== 'then') {
      throw unexpected(text, at, ['then', '/', 'the end'], origin)
    }
    at = skipSpace(text, at + separator.length)
  }
}

function readCall(text: string, at: number, origin: TextOrigin): Call {
  const written = wordAt(text, at)
  const word = written?.toLowerCase()
  if (!word || !stepWords.includes(word)) {
    const nearest = written && nearestName(written, stepWords)
    throw unexpected(text, at, stepWords, origin, nearest)
  }
  if (word === 'identity') return { word, at, insideAt: at }
  const open = skipSpace(text, at + word.length)
  if (text[open] !== '(') throw unexpected(text, open, ['('], origin)
  const close = closingParenthesis(text, open)
  if (close < 0) throw unexpected(text, text.length, [')'], origin)
  return { word, at, inside: text.slice(open + 1, close), insideAt: open + 1 }
}

/** Where the parenthesis at `open` closes, or -1. Quotes hide parentheses; a doubled quote closes and opens again. */
export function closingParenthesis(text: string, open: number): number {
  let depth = 0
  let quoted = false
  for (let at = open; at < text.length; at++) {
    const char = text[at]
    if (char === "'") quoted = !quoted
    else if (quoted) continue
    else if (char === '(') depth++
    else if (char === ')' && --depth === 0) return at
  }
  return -1
}

/** The same origin for a part of the text. */
export const shifted = (origin: TextOrigin, by: number): TextOrigin => ({ ...origin, offset: origin.offset + by })

export function unexpected(text: string, at: number, expected: string[], origin: TextOrigin, nearest?: string) {
  const found = at < text.length ? text.slice(at, at + 40) : 'the end'
  const shown = at < text.length ? `'${text.slice(at, at + 20)}'` : 'the end'
  return queryError(
    origin,
    `Found ${shown}, expected ${orList(expected)}.${nearest ? ` Did you mean ${nearest}?` : ''}`,
    {
      position: at,
      found,
      expected,
      nearest,
    },
  )
}

/** The comma-separated parts with their offsets. */
export function partsOf(text: string): { text: string; at: number }[] {
  let at = 0
  return text.split(',').map((part) => {
    const trimmed = { text: part.trim(), at: at + (part.length - part.trimStart().length) }
    at += part.length + 1
    return trimmed
  })
}

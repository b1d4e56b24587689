import { incompleteToken } from '@/db/dialect/search-sql'
import { fold } from '@/lib/fold'
import { requireCleanText } from './lexer'
import { queryError } from './query-error'

/**
 * What `$search` asks for: every term must be found. A term is a run of folded words that must stand next to each
 * other; an unquoted word is a run of one. Words are found anywhere inside the indexed words.
 */
export type SearchQuery = { terms: string[][] }

export const searchLimits = { characters: 255, terms: 20 }

const origin = { code: 'InvalidSearch', parameter: '$search', offset: 0 } as const

/**
 * Reads `$search`: words separated by white space, phrases in double quotes (an unclosed quote runs to the end).
 * Undefined when there is no letter or digit in it, which means no search. Throws 400 beyond the limits.
 *
 *   example: tシャツ 赤           => tしゃつ|赤
 *   example: "red shirt" ｔａｒｏ => red shirt|taro
 *   example: 03-1234             => 03|1234
 */
export function readSearch(text: string): SearchQuery | undefined {
  requireCleanText(text, origin)
  if ([...text].length > searchLimits.characters) {
    throw queryError(origin, `The search text is longer than ${searchLimits.characters} characters.`, {
      position: searchLimits.characters,
    })
  }
  const terms: string[][] = []
  for (const [index, part] of text
    .replaceAll(/[“”＂]/g, '"')
    .split('"')
    .entries()) {
    const words = searchWords(part)
    if (index % 2 === 1) terms.push(words)
    else terms.push(...words.map((word) => [word]))
  }
  const distinct = [...new Map(terms.filter((term) => term.length > 0).map((term) => [term.join(' '), term])).values()]
  if (distinct.length > searchLimits.terms) {
    throw queryError(origin, `Search for at most ${searchLimits.terms} words or phrases at a time.`)
  }
  return distinct.length === 0 ? undefined : { terms: distinct }
}

/** Folded runs of letters, marks and digits. */
export const searchWords = (text: string): string[] => fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** Stands between texts, so that no phrase reaches from one into the next. Longer than any pair, so it equals none. */
const boundary = 'eot'

/**
 * The index entry of a row: each word as its overlapping pairs of characters and its last character, in order,
 * separated by spaces: `shirt` → `sh hi ir rt t`. Every character thus begins a token, which is how one-character
 * words are found, and adjacent tokens spell the word, which is how longer ones are.
 */
export function searchTokens(texts: readonly (string | null | undefined)[]): string {
  const tokens: string[] = []
  for (const text of texts) {
    const words = text ? searchWords(text) : []
    if (words.length === 0) continue
    if (tokens.length > 0) tokens.push(boundary)
    for (const word of words) tokens.push(...pairsAndLast(word))
    if (tokens.length > mostTokens) return [...tokens.slice(0, mostTokens), incompleteToken].join(' ')
  }
  return tokens.join(' ')
}

/** An index entry has a greatest size on one engine; beyond this many tokens a row is found by its beginning only. */
const mostTokens = 20_000

/** The tokens a row must hold next to each other for a run of words; the very last one may only begin with it. */
export type TokenRun = { tokens: string[]; lastIsPrefix: boolean }

export function tokenRun(words: readonly string[]): TokenRun {
  const last = [...words.at(-1)!]
  const before = words.slice(0, -1).flatMap(pairsAndLast)
  if (last.length === 1) return { tokens: [...before, last[0]!], lastIsPrefix: true }
  return { tokens: [...before, ...pairs(last)], lastIsPrefix: false }
}

const pairs = (characters: string[]): string[] =>
  characters.slice(1).map((character, index) => characters[index]! + character)

function pairsAndLast(word: string): string[] {
  const characters = [...word]
  return [...pairs(characters), characters.at(-1)!]
}

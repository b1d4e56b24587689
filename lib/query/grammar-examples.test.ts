import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { AppError } from '@/lib/errors'
import { orderResource } from '@/lib/resources/order'
import { productResource } from '@/lib/resources/product'
import { readApply } from './apply'
import { type ExpandTree, readExpand } from './expand'
import { printOrderBy, readOrderBy } from './order-by'
import { parseFilter } from './parse'
import { printFilter } from './print'
import { readSearch } from './search'

/** The lines `example: text => meaning` in a file's comments; the meaning may stand on the next line, or be missing. */
function examplesIn(file: string): { text: string; meaning: string }[] {
  const source = readFileSync(new URL(file, import.meta.url), 'utf8').replace(/\n \*\s+=> /g, ' => ')
  return [...source.matchAll(/^ \*\s+example: (.*)$/gm)].map((match) => {
    const [text, meaning = ''] = match[1]!.split(' => ')
    return { text: text!.trim(), meaning: meaning.trim() }
  })
}

function positionOfError(read: () => unknown): string {
  try {
    read()
    return 'accepted'
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return `400 ${error.extras.inner?.position}`
  }
}

const canonicalOrderBy = (text: string) =>
  readOrderBy(text, orderResource)
    .map((key) => `${key.path} ${key.direction}`)
    .join(', ')

const describeExpand = (tree: ExpandTree): string =>
  tree
    .map((node) => {
      const inside = [
        ...(node.filter ? ['filtered'] : []),
        ...(node.children.length > 0 ? [describeExpand(node.children)] : []),
      ]
      return inside.length > 0 ? `${node.path}(${inside.join(', ')})` : node.path
    })
    .join(', ')

function acceptApply(text: string): string {
  readApply(text, productResource)
  return ''
}

const readers: [file: string, read: (text: string) => string][] = [
  ['./parse.ts', (text) => printFilter(parseFilter(text))],
  ['./order-by.ts', canonicalOrderBy],
  ['./search.ts', (text) => (readSearch(text)?.terms ?? []).map((term) => term.join(' ')).join('|')],
  ['./expand.ts', (text) => describeExpand(readExpand(text, orderResource))],
  ['./apply.ts', acceptApply],
]

describe.each(readers)('the examples in the comments of %s', (file, read) => {
  const examples = examplesIn(file)
  test('there are some', () => expect(examples.length).toBeGreaterThan(1))
  test.each(examples)('$text', ({ text, meaning }) => {
    if (meaning.startsWith('400')) expect(positionOfError(() => read(text))).toBe(meaning)
    else expect(read(text)).toBe(meaning)
  })
})

test('a sort prints as it is read', () => {
  expect(printOrderBy(readOrderBy('closedAt  desc , updatedAt asc', orderResource))).toBe('closedAt desc,updatedAt')
})

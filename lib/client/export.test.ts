import { expect, test } from 'vitest'
import { lineCounter } from './export'

const bytes = (text: string) => new TextEncoder().encode(text)

test('ends of lines are counted over the edges of pieces', () => {
  const count = lineCounter()
  expect(count(bytes('number,total\r'))).toBe(0)
  expect(count(bytes('\n1,2\r\n3,'))).toBe(2)
  expect(count(bytes('4\r\n'))).toBe(3)
})

test('a line feed within a value is none', () => {
  expect(lineCounter()(bytes('a\r\n"one\ntwo"\r\n'))).toBe(2)
})

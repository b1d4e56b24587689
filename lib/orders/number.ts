import { nextNumbers, type Tx } from '@/db'

/**
 * Numbers no new order gets: those the public examples of the other contracts use, so that fixtures never collide,
 * and the one their examples use for "does not exist" (decision 56).
 */
const reserved = new Set([123_456_789, 123_456_790, 999_999_999])

/** The next public order numbers, ascending. */
export async function nextOrderNumbers(tx: Tx, count: number): Promise<number[]> {
  const numbers: number[] = []
  while (numbers.length < count) {
    const taken = await nextNumbers(tx, 'order', count - numbers.length)
    numbers.push(...taken.filter((number) => !reserved.has(number)))
  }
  return numbers
}

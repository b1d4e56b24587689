import { fold } from '@/lib/fold'

/** Letters typed further apart than this begin a new word. */
export const typeAheadMs = 700

/**
 * Which of the names somebody means who types while on one of them: the next one that begins with what was typed, going
 * round; kana and width do not matter. The same letter again and again goes from one such name to the next.
 */
export function typeAhead(names: readonly string[], current: number, typed: string): number | undefined {
  const wanted = fold(typed)
  if (wanted === '') return undefined
  const isRepeated = wanted.length > 1 && [...wanted].every((letter) => letter === wanted[0])
  const find = (start: string, from: number) => {
    for (let step = 0; step < names.length; step++) {
      const at = (from + step) % names.length
      if (fold(names[at]!).startsWith(start)) return at
    }
    return undefined
  }
  // One letter goes on to the next name; more of them describe the one already reached as well.
  const from = Math.max(0, current + (wanted.length === 1 ? 1 : 0))
  return find(wanted, from) ?? (isRepeated ? find(wanted[0]!, current + 1) : undefined)
}

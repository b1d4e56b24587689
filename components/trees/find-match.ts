import { fold } from '@/lib/fold'

/**
 * Where the words stand in a text under the folding of searches: start and end in the text as written, or undefined.
 * Characters are folded one by one, so that each folded character knows where it came from.
 */
export function findMatch(text: string, words: string): { start: number; end: number } | undefined {
  const wanted = fold(words.trim())
  if (wanted === '') return undefined
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const { segment } of segments(text)) {
    const part = fold(segment)
    folded += part
    for (let i = 0; i < part.length; i++) {
      starts.push(at)
      ends.push(at + segment.length)
    }
    at += segment.length
  }
  const found = folded.indexOf(wanted)
  if (found < 0) return undefined
  return { start: starts[found]!, end: ends[found + wanted.length - 1]! }
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/** Voiced half-width kana are two characters that fold into one, so what belongs together is folded together. */
const segments = (text: string) => {
  // The voicing marks do not join by themselves in every engine.
  const joined: { segment: string }[] = []
  for (const { segment } of segmenter.segment(text)) {
    if (/^[ﾞﾟ]/.test(segment) && joined.length > 0)
      joined[joined.length - 1] = { segment: joined.at(-1)!.segment + segment }
    else joined.push({ segment })
  }
  return joined
}

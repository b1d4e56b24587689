import { findMatch } from './find-match'

/** A text with what was looked for marked in it. */
export function Highlight({ text, words }: { text: string; words?: string }) {
  const match = words ? findMatch(text, words) : undefined
  if (!match) return text
  return (
    <>
      {text.slice(0, match.start)}
      <mark>{text.slice(match.start, match.end)}</mark>
      {text.slice(match.end)}
    </>
  )
}

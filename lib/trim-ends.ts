/** The text without any `char`, one character, at its end. A regular expression would look again from every place. */
export function trimEndOf(text: string, char: string): string {
  let end = text.length
  while (end > 0 && text[end - 1] === char) end--
  return text.slice(0, end)
}

/** The text without any `char` at either end. */
export function trimEndsOf(text: string, char: string): string {
  let start = 0
  while (start < text.length && text[start] === char) start++
  return trimEndOf(text.slice(start), char)
}

/** `'it''s'`: a text as `$filter` writes it. */
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/** Files whose name contains all the words; empty when there are none. */
export const nameFilter = (words: string): string =>
  words
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `contains(name,${literal(word)})`)
    .join(' and ')

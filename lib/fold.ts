// U+30A1…U+30F6 (ァ…ヶ) and U+30FD…U+30FE (ヽヾ) have hiragana partners 0x60 below.
const katakana = /[\u30a1-\u30f6\u30fd\u30fe]/g

// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole ASCII range is meant.
const ascii = /^[\x00-\x7f]*$/

/**
 * The spelling under which texts are searched: compatibility forms unified (half-width, full-width, ligatures), lower
 * case, katakana as hiragana, final sigma as sigma (decision 17). The server engine's SQL twin is `folded` in
 * query-sql.ts; both must give the same text.
 */
export function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(katakana, (char) => String.fromCharCode(char.charCodeAt(0) - 0x60))
    .replaceAll('ς', 'σ')
}

/** Text that reads as JSON is that JSON; everything else is text. Text that looks like JSON needs its quotes. */
export function readValue(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** The shortest text that `readValue` reads back as the same value. */
export function writeValue(value: unknown): string {
  return typeof value === 'string' && readValue(value) === value ? value : JSON.stringify(value)
}

/** What a value is, as people tell values apart. */
export function jsonTypeOf(value: unknown): 'text' | 'number' | 'boolean' | 'null' | 'list' | 'object' {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'object') return 'object'
  return typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'text'
}

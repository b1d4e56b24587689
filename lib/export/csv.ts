/** Text at whose beginning a spreadsheet would see a formula, or begin a new cell. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/

/**
 * One cell of a CSV file (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe in front, which
 * spreadsheets take for "this is text". Numbers and truth values are ours and stay as they are; null is empty.
 */
export function csvCell(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const text = formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One line of a CSV file with its end. */
export const csvLine = (cells: readonly (string | number | boolean | null | undefined)[]): string =>
  `${cells.map(csvCell).join(',')}\r\n`

/** What tells a spreadsheet that the file is UTF-8. */
export const byteOrderMark = '\uFEFF'

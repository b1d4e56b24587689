/**
 * What spreadsheets put on the clipboard: lines of cells parted by tabs; a cell with a tab, a line break or a quote
 * stands in double quotes, with its own quotes doubled. The line break that ends the last line is no line of its own.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  if (text === '') return rows
  while (at <= text.length) {
    let cell: string
    if (text[at] === '"') [cell, at] = readQuoted(text, at)
    else {
      const end = endOfCell(text, at)
      cell = text.slice(at, end)
      at = end
    }
    row.push(cell)
    if (text[at] === '\t') {
      at++
      continue
    }
    rows.push(row)
    row = []
    if (at >= text.length) break
    at += text.startsWith('\r\n', at) ? 2 : 1
    if (at >= text.length) break
  }
  return rows
}

function endOfCell(text: string, from: number): number {
  let at = from
  while (at < text.length && text[at] !== '\t' && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}

/** A quote that never ends, or is followed by more text, is an ordinary character: people paste inches, too. */
function readQuoted(text: string, from: number): [cell: string, next: number] {
  let cell = ''
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) break
    cell += text.slice(at, quote)
    if (text[quote + 1] === '"') {
      cell += '"'
      at = quote + 2
      continue
    }
    const next = text[quote + 1]
    if (next === undefined || next === '\t' || next === '\n' || next === '\r') {
      return [cell.replaceAll('\r\n', '\n'), quote + 1]
    }
    break
  }
  const end = endOfCell(text, from)
  return [text.slice(from, end), end]
}

const writeCell = (cell: string) => (/["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** The opposite of `parseTsv`. Spreadsheets expect the Windows line break. */
export const printTsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(writeCell).join('\t')).join('\r\n')

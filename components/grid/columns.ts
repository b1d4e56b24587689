import { formatAmount, formatNumber, minorDigits } from '@/lib/client/format'
import { parseAmount, printAmount } from './amount'

/** Text that the column's type cannot read. It stays as it was typed until somebody puts it right. */
export type Unread = { readonly unread: string }

export type CellValue = string | number | boolean | null | Unread

export const isUnread = (value: CellValue): value is Unread => typeof value === 'object' && value !== null

export const sameValue = (a: CellValue, b: CellValue) =>
  a === b || (isUnread(a) && isUnread(b) && a.unread === b.unread)

type Common = {
  key: string
  title: string
  /** Pixels. */
  width: number
  readOnly?: boolean
  /** An empty cell is wrong. */
  required?: boolean
}

export type GridColumn = Common &
  (
    | { type: 'text'; maxLength: number; multiline?: boolean; emptyIsNull?: boolean }
    | { type: 'integer'; min: number; max: number }
    /** Minor units of the currency. */
    | { type: 'money'; currency: string; min: number; max: number }
    | { type: 'boolean' }
    | { type: 'enum'; options: readonly { value: string; label: string }[] }
  )

const yes = new Set(['true', 'yes', 'y', '1', 'on', 'はい', '真', '○', '✓', '✔', 'x'])
const no = new Set(['false', 'no', 'n', '0', 'off', 'いいえ', '偽', '×', '-', ''])

/** Text that somebody typed or pasted, as a value of the column. */
export function readCell(column: GridColumn, text: string): CellValue {
  switch (column.type) {
    case 'text': {
      const kept = column.multiline ? text : text.replace(/[\r\n\t]+/g, ' ')
      return kept === '' && column.emptyIsNull ? null : kept
    }
    case 'integer':
    case 'money': {
      if (text.trim() === '') return null
      const value = parseAmount(text, column.type === 'money' ? minorDigits(column.currency) : 0)
      return value === undefined ? { unread: text } : value
    }
    case 'boolean': {
      const word = text.normalize('NFKC').trim().toLowerCase()
      return yes.has(word) ? true : no.has(word) ? false : { unread: text }
    }
    case 'enum': {
      const word = text.trim().toLowerCase()
      if (word === '') return null
      const found = column.options.find(
        ({ value, label }) => value.toLowerCase() === word || label.toLowerCase() === word,
      )
      return found ? found.value : { unread: text }
    }
  }
}

/** The value as text for editing and for other spreadsheets; `readCell` reads it back. */
export function writeCell(column: GridColumn, value: CellValue): string {
  if (value === null) return ''
  if (isUnread(value)) return value.unread
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (column.type === 'money' && typeof value === 'number') return printAmount(value, minorDigits(column.currency))
  return String(value)
}

/** The value as the reader's language writes it. */
export function showCell(column: GridColumn, value: CellValue, locale: string): string {
  if (typeof value === 'number') {
    return column.type === 'money' ? formatAmount(locale, column.currency, value) : formatNumber(locale, value)
  }
  if (column.type === 'enum')
    return column.options.find((option) => option.value === value)?.label ?? String(value ?? '')
  return writeCell(column, value)
}

export type CellProblem =
  | { kind: 'unread'; column: GridColumn }
  | { kind: 'required' }
  | { kind: 'tooLong'; most: number }
  | { kind: 'outside'; min: number; max: number; column: GridColumn }

/** What is wrong with a value, before a server is asked. */
export function checkCell(column: GridColumn, value: CellValue): CellProblem | undefined {
  if (isUnread(value)) return { kind: 'unread', column }
  if (value === null || value === '') return column.required ? { kind: 'required' } : undefined
  if (column.type === 'text' && typeof value === 'string' && value.length > column.maxLength) {
    return { kind: 'tooLong', most: column.maxLength }
  }
  if ((column.type === 'integer' || column.type === 'money') && typeof value === 'number') {
    if (value < column.min || value > column.max) {
      return { kind: 'outside', min: column.min, max: column.max, column }
    }
  }
  return undefined
}

/** What Delete leaves in a cell. */
export const emptyValue = (column: GridColumn): CellValue =>
  column.type === 'boolean' ? false : column.type === 'text' && !column.emptyIsNull ? '' : null

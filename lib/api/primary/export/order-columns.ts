import { toOrder } from '@/lib/api/primary/orders/to-order'
import { badArgument } from '@/lib/errors'
import { csvLine } from '@/lib/export/csv'
import { toDecimal } from '@/lib/money'
import type { ListedOrder } from '@/lib/orders/find-orders'
import { nearestName } from '@/lib/query/nearest'
import { filterNames, findField } from '@/lib/query/paths'
import { orderResource } from '@/lib/resources/order'

type Cell = string | number | boolean | null

const money = new Set(['subtotalPrice', 'totalTax', 'totalPrice', 'lineItems.price.amount'])
const list = 'lineItems'

/** Columns when none are asked for. */
export const defaultColumns = [
  'number',
  'createdAt',
  'status',
  'paymentStatus',
  'fulfillmentStatus',
  'customer.name',
  'customer.email',
  'customer.phone',
  'totalPrice',
  'currency',
]
export const defaultLineColumns = [
  'number',
  'createdAt',
  'status',
  'customer.name',
  'lineItems.sku',
  'lineItems.productName',
  'lineItems.variantTitle',
  'lineItems.quantity',
  'lineItems.price.amount',
  'currency',
]

/**
 * The canonical names of columns in their order.
 * @throws AppError BadArgument naming the nearest known one
 */
export function readColumns(text: string): string[] {
  const names = filterNames(orderResource)
  return text.split(',').map((part) => {
    const name = part.trim()
    const found = findField(orderResource, name)
    const isBare = found?.field.type === 'open' && !found.ref.below
    if (!found || isBare) {
      const nearest = nearestName(name, names)
      const advice = isBare ? 'Name one of its properties.' : nearest ? `Did you mean \`${nearest}\`?` : ''
      throw badArgument(
        'RequestQuery',
        `\`columns\`: an order has no column \`${name.slice(0, 60)}\`. ${advice}`.trim(),
        [{ code: 'UnknownProperty', target: 'columns', message: `Unknown: ${name.slice(0, 60)}` }],
      )
    }
    return [found.ref.path, ...(found.ref.below ?? [])].join('.')
  })
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let found = value
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined
    found = (found as Record<string, unknown>)[name]
  }
  return found
}

function toCell(value: unknown): Cell {
  if (value === undefined || value === null) return null
  if (typeof value === 'object') return 'id' in value ? String(value.id) : JSON.stringify(value)
  return value as Cell
}

/** Writes orders as lines of a CSV file, or each line item as one. Amounts are decimals, times those of the zone. */
export function orderWriter(columns: readonly string[], rows: 'orders' | 'lines', localTime: (at: number) => string) {
  const fields = columns.map((path) => {
    const ref = findField(orderResource, path)!
    return { path, isDate: ref.field.type === 'date', isMoney: money.has(path), ofLine: ref.ref.list === list }
  })
  type Field = (typeof fields)[number]

  const write = (field: Field, value: unknown, currency: string): Cell => {
    const cell = toCell(value)
    if (cell === null) return null
    if (field.isDate) return localTime(Date.parse(String(cell)))
    return field.isMoney ? toDecimal(Number(cell), currency) : cell
  }
  const ofLine = (field: Field, line: unknown, currency: string) =>
    write(field, valueAt(line, field.path.slice(list.length + 1).split('.')), currency)

  return (order: ListedOrder): string => {
    const json = toOrder(order)
    const { currency } = json
    const own = (field: Field) => write(field, valueAt(json, field.path.split('.')), currency)
    if (rows === 'lines') {
      return json.lineItems
        .map((line) => csvLine(fields.map((field) => (field.ofLine ? ofLine(field, line, currency) : own(field)))))
        .join('')
    }
    const joined = (field: Field) => json.lineItems.map((line) => ofLine(field, line, currency) ?? '').join('; ')
    return csvLine(fields.map((field) => (field.ofLine ? joined(field) : own(field))))
  }
}

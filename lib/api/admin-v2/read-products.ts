import { productAlias } from '@/lib/catalog/find-by-reference'
import type { SellableVariant } from '@/lib/catalog/find-sellable'
import { parseDecimal } from '@/lib/money'
import { addedLine, type LineEdit } from '@/lib/orders/edit-lines'
import type { OrderLine } from '@/lib/orders/order'
import type { WholeOrder } from '@/lib/orders/whole-order'
import { invalid, joiError } from './joi'
import type { ProductInput } from './schemas'
import { detailsOf, externalIdOf, type LineDetails } from './to-order'

/** How an input may name a line, in the order in which the names are tried (spec other-order-apis A.3). */
const names = {
  id: (line: OrderLine) => [String(line.id)],
  orderProductExternalId: (line: OrderLine) => [detailsOf(line).orderProductExternalId ?? String(line.id)],
  productId: (line: OrderLine) => [line.productNumber === null ? '' : String(line.productNumber), line.productId],
  externalId: (line: OrderLine) => [externalIdOf(line)],
  barcode: (line: OrderLine) => [detailsOf(line).barcode ?? ''],
  sku: (line: OrderLine) => [line.sku],
} satisfies Partial<Record<keyof ProductInput, (line: OrderLine) => string[]>>

type Name = keyof typeof names
const nameKeys = Object.keys(names) as Name[]

const given = (input: ProductInput): [Name, string][] =>
  nameKeys.flatMap((name) => (input[name] === undefined ? [] : [[name, String(input[name])] as [Name, string]]))

function findLine(lines: readonly OrderLine[], taken: ReadonlySet<number>, input: ProductInput): OrderLine | undefined {
  for (const [name, value] of given(input)) {
    const found = lines.find((line) => !taken.has(line.id) && names[name](line).includes(value))
    if (found) return found
  }
  return undefined
}

/** What the catalog may know of inputs that are not on the order yet. */
export const catalogReferences = (inputs: readonly ProductInput[]): string[] =>
  inputs.flatMap(({ productId, externalId, sku }) => [
    ...(productId === undefined ? [] : [typeof productId === 'number' ? productAlias(productId) : productId]),
    ...(externalId === undefined ? [] : [String(externalId)]),
    ...(sku === undefined ? [] : [String(sku)]),
  ])

function priceOf(input: ProductInput, i: number, currency: string): number | undefined {
  if (input.price === undefined) return undefined
  const amount = parseDecimal(input.price, currency)
  if (amount !== undefined) return amount
  const says = `must be a price in ${currency} with no more decimals than it has`
  throw invalid('RequestBody', [joiError(`products.${i}.price`, 'number.precision', says)])
}

function added(
  whole: WholeOrder,
  input: ProductInput,
  i: number,
  catalog: ReadonlyMap<string, SellableVariant>,
  id: number,
  offset: number,
): OrderLine {
  const variant = catalogReferences([input])
    .map((reference) => catalog.get(reference))
    .find((found) => found !== undefined)
  const priceAmount = priceOf(input, i, whole.order.currency) ?? variant?.priceAmount
  if (priceAmount === undefined) {
    throw invalid('RequestBody', [joiError(`products.${i}.price`, 'any.required', 'is required')])
  }
  const { externalId, orderProductExternalId, barcode, category, thumbnail, weight, taxCode } = input
  const text = (value: string | number | undefined) => (value === undefined ? undefined : String(value))
  const details: LineDetails = {
    externalId: text(externalId),
    orderProductExternalId: text(orderProductExternalId),
    barcode: text(barcode),
    category,
    thumbnail,
    weight,
    taxCode,
  }
  return addedLine(
    whole,
    {
      id,
      quantity: input.quantity,
      priceAmount,
      name: input.name ?? variant?.productName ?? given(input)[0]![1],
      sku: text(input.sku) ?? variant?.sku ?? '',
      variant,
      details: Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined)),
    },
    offset,
  )
}

/**
 * Theirs to ours: the complete new list of products (A.3). `lineIds` are as many numbers of the
 * sequence `order_line` as there are inputs.
 * @throws AppError BadArgument that becomes the 422 object
 */
export function readProducts(
  whole: WholeOrder,
  inputs: readonly ProductInput[],
  catalog: ReadonlyMap<string, SellableVariant>,
  lineIds: readonly number[],
): { edits: LineEdit[]; added: OrderLine[] } {
  const taken = new Set<number>()
  const edits: LineEdit[] = []
  const fresh: OrderLine[] = []
  for (const [i, input] of inputs.entries()) {
    if (given(input).length === 0) {
      const says = `must contain at least one of [${nameKeys.join(', ')}]`
      throw invalid('RequestBody', [joiError(`products.${i}`, 'object.missing', says)])
    }
    const line = findLine(whole.lines, taken, input)
    if (line) {
      taken.add(line.id)
      edits.push({ lineId: line.id, quantity: input.quantity, priceAmount: priceOf(input, i, whole.order.currency) })
    } else if (input.quantity > 0) {
      fresh.push(added(whole, input, i, catalog, lineIds[i]!, fresh.length))
    }
  }
  return { edits, added: fresh }
}

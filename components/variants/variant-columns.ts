import type { CellValue, GridColumn } from '@/components/grid/columns'
import { type CellErrors, isCellDirty, type SheetRow, wholeRow } from '@/components/grid/sheet'
import type { VariantMessages } from '@/lib/client/messages/areas/variants'
import type { Messages } from '@/lib/client/messages/en'
import { detailText } from '@/lib/client/refusals'
import type { RowError } from '@/lib/client/variant-batches'
import {
  type NewVariant,
  type Variant,
  type VariantPatch,
  type VariantPrice,
  variantLimits,
} from '@/lib/client/variants'

/** The cells of a row, in the order of `variantColumns`. */
export const variantFields = ['title', 'sku', 'amount', 'taxable', 'taxIncluded', 'description', 'images'] as const
type Field = (typeof variantFields)[number]

const at = (field: Field) => variantFields.indexOf(field)

/** What the spreadsheet shows of a variant. Without the right to change them every column is for reading only. */
export function variantColumns(currency: string, m: VariantMessages, readOnly: boolean): GridColumn[] {
  const columns: Record<Field, GridColumn> = {
    title: {
      key: 'title',
      title: m.columns.title,
      type: 'text',
      width: 250,
      maxLength: variantLimits.title,
      required: true,
    },
    sku: {
      key: 'sku',
      title: m.columns.sku,
      type: 'text',
      width: 210,
      maxLength: variantLimits.sku,
      emptyIsNull: true,
    },
    amount: {
      key: 'amount',
      title: m.columns.price({ currency }),
      type: 'money',
      currency,
      width: 130,
      min: 0,
      max: variantLimits.amount,
      required: true,
    },
    taxable: { key: 'taxable', title: m.columns.taxable, type: 'boolean', width: 96 },
    taxIncluded: { key: 'taxIncluded', title: m.columns.taxIncluded, type: 'boolean', width: 112 },
    description: {
      key: 'description',
      title: m.columns.description,
      type: 'text',
      multiline: true,
      width: 340,
      maxLength: variantLimits.text,
    },
    images: {
      key: 'images',
      title: m.columns.images,
      type: 'integer',
      width: 80,
      min: 0,
      max: 100,
      readOnly: true,
    },
  }
  return variantFields.map((field) => ({ ...columns[field], readOnly: readOnly || columns[field].readOnly }))
}

export const toCells = (variant: Variant): CellValue[] => {
  const cells: Record<Field, CellValue> = {
    title: variant.title,
    // An empty SKU clashes with nothing and means none.
    sku: variant.sku || null,
    amount: variant.price.amount,
    taxable: variant.price.taxable,
    taxIncluded: variant.price.taxIncluded,
    description: variant.description,
    images: variant.images.length,
  }
  return variantFields.map((field) => cells[field])
}

/** A new row: taxed or not as the last one, since a product's variants are seldom taxed differently. */
export function blankCells(like: readonly CellValue[] | undefined): CellValue[] {
  return ['', null, null, like?.[at('taxable')] === true, like?.[at('taxIncluded')] === true, '', 0]
}

const text = (value: CellValue | undefined) => (typeof value === 'string' ? value : '')

export const skuOf = (cells: readonly CellValue[] | null) => (cells && text(cells[at('sku')])) || null
export const titleOf = (cells: readonly CellValue[]) => text(cells[at('title')])

const priceOf = (cells: readonly CellValue[]): VariantPrice => ({
  amount: Number(cells[at('amount')]),
  taxable: cells[at('taxable')] === true,
  taxIncluded: cells[at('taxIncluded')] === true,
})

/** The body that makes a row; its cells must be without problems. */
export const toNewVariant = ({ cells }: SheetRow): NewVariant => ({
  title: titleOf(cells),
  sku: skuOf(cells),
  description: text(cells[at('description')]),
  price: priceOf(cells),
})

/** Only what differs, so that two people who change different cells of one row keep both. */
export function toVariantPatch(row: SheetRow): VariantPatch {
  const changed = (field: Field) => isCellDirty(row, at(field))
  const price = priceOf(row.cells)
  const patch: VariantPatch = {
    ...(changed('title') && { title: titleOf(row.cells) }),
    ...(changed('sku') && { sku: skuOf(row.cells) }),
    ...(changed('description') && { description: text(row.cells[at('description')]) }),
  }
  const prices = (['amount', 'taxable', 'taxIncluded'] as const).filter(changed)
  if (prices.length > 0) patch.price = Object.fromEntries(prices.map((field) => [field, price[field]]))
  return patch
}

/** The server's messages by column; what is about no cell belongs to the row. */
export function toCellErrors(errors: readonly RowError[] | undefined, t: Messages): CellErrors {
  const found: Record<number, string> = {}
  for (const error of errors ?? []) {
    const column = variantFields.indexOf(error.target.replace(/^price\./, '') as Field)
    found[column >= 0 ? column : wholeRow] = detailText(error, t)
  }
  return Object.keys(found).length > 0 ? found : { [wholeRow]: t.toast.failed }
}

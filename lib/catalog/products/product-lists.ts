import { inArray } from 'drizzle-orm'
import type { Tx } from '@/db'
import { productAttributes, productImages, productLocations, productTags } from '@/db/schema'
import type { Product } from './product'

type Lists = Pick<Product, 'id' | 'tags' | 'attributes' | 'images' | 'locationIds'>
export type ListName = Exclude<keyof Lists, 'id'>
type Table = typeof productTags | typeof productAttributes | typeof productImages | typeof productLocations

/** Each list of a product as rows of its table. */
const tables: Record<ListName, { table: Table; rows: (product: Lists) => object[] }> = {
  tags: {
    table: productTags,
    rows: ({ id, tags }: Lists) => tags.map((tag, position) => ({ productId: id, position, tag })),
  },
  attributes: {
    table: productAttributes,
    rows: ({ id, attributes }: Lists) =>
      attributes.map((attribute, position) => ({ productId: id, position, ...attribute })),
  },
  images: {
    table: productImages,
    rows: ({ id, images }: Lists) =>
      images.map((image, position) => ({ productId: id, position, attachmentId: image.id })),
  },
  locationIds: {
    table: productLocations,
    rows: ({ id, locationIds }: Lists) =>
      locationIds.map((locationId, position) => ({ productId: id, position, locationId })),
  },
}

export const listNames = Object.keys(tables) as ListName[]

async function insertAll(tx: Tx, table: Table, rows: object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 1000) {
    await tx.insert(table).values(rows.slice(from, from + 1000) as never)
  }
}

/** Writes the rows behind the lists of new products. */
export async function insertLists(tx: Tx, list: readonly Lists[]): Promise<void> {
  for (const name of listNames) await insertAll(tx, tables[name].table, list.flatMap(tables[name].rows))
}

/** Writes the rows behind some lists of a stored product anew. */
export async function replaceLists(tx: Tx, product: Lists, names: readonly ListName[]): Promise<void> {
  for (const name of names) {
    const { table, rows } = tables[name]
    await tx.delete(table).where(inArray(table.productId, [product.id]))
    await insertAll(tx, table, rows(product))
  }
}

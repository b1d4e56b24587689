import type { Tx } from '@/db'
import { indexRows, unindexRows } from '@/db/dialect/search-sql'
import { searchTokens } from '@/lib/query/search'
import type { Product } from './product'

type Searched = Pick<Product, 'number' | 'name' | 'description' | 'tags'>

/** The fields `$search` looks at (decision 41). */
export const searchedFields: readonly (keyof Product)[] = ['name', 'description', 'tags']

/** Puts products into the search index, or puts them there anew. */
export async function indexProducts(tx: Tx, list: readonly Searched[]): Promise<void> {
  await indexRows(
    tx,
    'product_search',
    list.map(({ number, name, description, tags }) => ({ number, tokens: searchTokens([name, description, ...tags]) })),
  )
}

/** Takes products out of the search index. */
export async function unindexProducts(tx: Tx, list: readonly Pick<Product, 'number'>[]): Promise<void> {
  await unindexRows(
    tx,
    'product_search',
    list.map(({ number }) => number),
  )
}

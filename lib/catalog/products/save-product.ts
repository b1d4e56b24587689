import type { Tx } from '@/db'
import { products } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { saveRow } from '@/lib/catalog/save-row'
import { fold } from '@/lib/fold'
import { indexProducts, searchedFields } from './index-products'
import type { Product } from './product'
import { type ListName, listNames, replaceLists } from './product-lists'

type Options = {
  /** The verb the history shows. */
  operation: string
  batchId?: string | null
  /** One of its variants changed. */
  touched?: boolean
}

/**
 * Changes a stored product, with the rows behind its lists and its entry in the search index. When nothing differs it
 * writes nothing and returns the product as it was.
 * @throws AppError Conflict when the product changed since it was read
 */
export async function saveProduct(
  tx: Tx,
  actor: Actor,
  before: Product,
  patch: Partial<Product>,
  options: Options,
): Promise<Product> {
  const { organizationId } = before
  const whole = patch.name === undefined ? patch : { ...patch, nameFolded: fold(patch.name) }
  const { row, fields } = await saveRow(tx, actor, products, before, whole, {
    entity: 'product',
    organizationId,
    ...options,
  })
  const lists: readonly string[] = listNames
  await replaceLists(tx, row, fields.filter((name) => lists.includes(name)) as ListName[])
  if (fields.some((name) => searchedFields.includes(name))) await indexProducts(tx, [row])
  return row
}

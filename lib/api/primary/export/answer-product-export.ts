import type { Reader } from '@/db'
import { findCategoriesById } from '@/lib/catalog/categories/find-categories'
import { listRunOf, productSource } from '@/lib/catalog/products/find-product-lists'
import type { Product } from '@/lib/catalog/products/product'
import { findVariantsOfProducts } from '@/lib/catalog/products/variants-of-products'
import { now } from '@/lib/clock'
import { byteOrderMark, csvLine } from '@/lib/export/csv'
import { localTimeIn } from '@/lib/export/local-time'
import { walkList } from '@/lib/export/walk-list'
import type { Reply } from '@/lib/http/reply'
import type { Organization } from '@/lib/organizations/organization'
import { countList } from '@/lib/query/run-list'
import { productResource } from '@/lib/resources/product'
import { type Asked, fileReply, readQuery } from './answer-export'
import {
  defaultProductColumns,
  needsVariants,
  productLabel,
  productWriter,
  readProductColumns,
} from './product-columns'

const none: never[] = []

/** An organization's products as a file. @throws AppError BadArgument */
export async function answerProductExport(
  db: Reader,
  organization: Organization,
  asked: Asked & { columns?: string },
): Promise<Reply> {
  const list = readQuery(productResource, asked)
  const chosen = asked.columns?.trim()
  const columns = chosen ? readProductColumns(chosen) : defaultProductColumns
  const write = productWriter(columns, organization, now(), localTimeIn(organization.timeZone))
  const scope = listRunOf({ organizationId: organization.id })
  const total = await countList(db, productSource, list, scope)

  async function* pieces(): AsyncGenerator<string> {
    yield (asked.bom ? byteOrderMark : '') + csvLine(columns.map((path) => productLabel(path, asked.header)))
    for await (const rows of walkList(db, productSource, list, scope, total)) {
      const products = rows as Product[]
      const ids = products.map(({ id }) => id)
      const variants = needsVariants(columns) ? await findVariantsOfProducts(db, ids) : undefined
      const categoryIds = new Set(products.flatMap(({ categoryId }) => categoryId ?? []))
      const categories = await findCategoriesById(db, [...categoryIds])
      const names = new Map(categories.map(({ id, name }) => [id, name]))
      yield products
        .map((product) =>
          write(product, {
            variants: variants?.get(product.id) ?? none,
            categoryName: (product.categoryId && names.get(product.categoryId)) || null,
          }),
        )
        .join('')
    }
  }
  return fileReply('products', organization, total, pieces())
}

import { answerMany } from '@/lib/api/primary/catalog/answer'
import { answerLeniently } from '@/lib/api/primary/catalog/lenient'
import { newProductSchema } from '@/lib/api/primary/catalog/product-schemas'
import { createProducts as operation } from '@/lib/api/primary/catalog/products'
import { readNewProduct } from '@/lib/api/primary/catalog/read-product'
import { toProduct } from '@/lib/api/primary/catalog/to-product'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { createProduct, createProducts } from '@/lib/catalog/products/create-product'
import { isLenient } from '@/lib/http/prefer'
import { newId } from '@/lib/ids'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operation, async (context) => {
    const { tx, actor, organization, body, request } = context
    if (!isLenient(request.headers)) {
      const products = await createProducts(tx, actor, organization, body.map(readNewProduct), { batchId: newId() })
      return answerMany(context, products.map(toProduct))
    }
    return answerLeniently(body, newProductSchema, (member) => [
      {
        async run() {
          const product = await createProduct(tx, actor, organization, readNewProduct(member))
          const [json] = await answerMany(context, [toProduct(product)])
          return { status: 201, id: product.id, body: json }
        },
      },
    ])
  }),
})

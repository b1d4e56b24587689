import { attributeOperations } from './attributes'
import { categoryOperations } from './categories'
import { followOperations } from './follows'
import { locationOperations } from './locations'
import { outlineOperations } from './outline'
import { productActOperations } from './product-acts'
import { productOperations } from './products'
import { railOperations } from './rail'
import { variantOperations } from './variants'

/** The catalog service. */
export const catalogOperations = [
  ...categoryOperations,
  ...locationOperations,
  ...outlineOperations,
  ...railOperations,
  ...productOperations,
  ...productActOperations,
  ...variantOperations,
  ...followOperations,
  ...attributeOperations,
]

import { attributeOperations } from './attributes'
import { categoryOperations } from './categories'
import { followOperations } from './follows'
import { locationOperations } from './locations'
import { productOperations } from './products'
import { railOperations } from './rail'
import { variantOperations } from './variants'

/** The catalog service. */
export const catalogOperations = [
  ...categoryOperations,
  ...locationOperations,
  ...railOperations,
  ...productOperations,
  ...variantOperations,
  ...followOperations,
  ...attributeOperations,
]

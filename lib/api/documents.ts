import type { AnyOperation } from '@/lib/http/operation'
import { storeDocument } from './admin-v2/document'
import { storeOperations } from './admin-v2/operations'
import { primaryDocument } from './primary/document'
import { primaryOperations } from './primary/operations'
import { tenantDocument } from './tenant/document'
import { tenantOperations } from './tenant/operations'
import { genericDocument } from './v1/document'
import { genericOperations } from './v1/operations'

/** One public vocabulary and its OpenAPI document (decision 16). */
export type ApiDocument = {
  /** The name `npm run openapi` and the addresses of the reference page know it by. */
  name: string
  title: string
  /** Where the document is served. */
  path: `/api/openapi${string}.json`
  operations: readonly AnyOperation[]
  /** Makes the document; `serverUrl` is where the paths begin: `https://shop.example/api`. */
  make: (serverUrl: string) => object
}

/** Every API document there is: the reference page, `npm run openapi` and the tests read this. */
export const apiDocuments: readonly ApiDocument[] = [
  {
    name: 'primary',
    title: 'Orderdesk',
    path: '/api/openapi.json',
    operations: primaryOperations,
    make: primaryDocument,
  },
  {
    name: 'v1',
    title: 'Orders REST API',
    path: '/api/openapi/v1.json',
    operations: genericOperations,
    make: genericDocument,
  },
  {
    name: 'admin-v2',
    title: 'Store orders, administration',
    path: '/api/openapi/admin-v2.json',
    operations: storeOperations,
    make: storeDocument,
  },
  {
    name: 'order-v2',
    title: 'Orders, customer-managed',
    path: '/api/openapi/order-v2.json',
    operations: tenantOperations,
    make: tenantDocument,
  },
]

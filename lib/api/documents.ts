import type { AnyOperation } from '@/lib/http/operation'
import { primaryDocument } from './primary/document'
import { primaryOperations } from './primary/operations'

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
]

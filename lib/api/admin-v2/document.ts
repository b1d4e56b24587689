import { z } from 'zod'
import { openApiDocument } from '@/lib/http/openapi'
import { version } from '@/package.json'
import { storeOperations } from './operations'
import { storeErrorSchema, storeErrorStatus } from './vocabulary'

const description = `Orders of stores, for administrators: system admins see every store, owners and admins their own.

Orders are integers. Amounts are decimal texts with the digits of the order's currency (\`"2.15"\`, yen \`"215"\`).
Every change makes a new \`version\`; reads give the latest. Writing the status an order has changes nothing.

Failures have no body, but for 422: \`{message, type, errors: [{error, rule, field}]}\`.`

/** The OpenAPI 3.1 document of the AiFi admin contract. */
export const storeDocument = (serverUrl: string) =>
  openApiDocument({
    title: 'Store orders, administration',
    version,
    description,
    serverUrl,
    operations: storeOperations,
    tags: [
      { name: 'Orders', description: 'Listing, reading and correcting orders, and their versions.' },
      { name: 'Contests', description: 'What shoppers object to, and its review.' },
    ],
    errorSchema: storeErrorSchema,
    failures: {
      statusOf: storeErrorStatus,
      schemaOf: (code) => (storeErrorStatus(code) === 422 ? storeErrorSchema : null),
      meanings: {
        BadArgument: 'The path, the query or the body is not right, or the state does not allow the change.',
      },
    },
    pathParameter: (name) => (name === 'orderId' ? z.int().min(0).meta({ example: 123456789 }) : z.string()),
  })

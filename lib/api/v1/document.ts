import { z } from 'zod'
import { openApiDocument } from '@/lib/http/openapi'
import { version } from '@/package.json'
import { genericOperations } from './operations'
import { genericErrorSchema, genericErrorStatus } from './vocabulary'

const description = `Orders of the organization an API key belongs to. Send \`Authorization: Bearer <API key>\`.

Amounts are numbers in major units of the currency (\`150.75\`); prices come from the catalog, never from the client. Times
are UTC. Orders are \`ORD\` and a number; customers keep the id they were created with.

The status moves forward (\`pending\`, \`processing\`, \`shipped\`, \`delivered\`) and may skip ahead; writing the status an
order has changes nothing. Canceling is possible until something has left.

Every failure is \`{"error": {"code", "message"}}\`.`

const badRequest = 'The parameters or the body are not right, or the order’s status does not allow this.'

/** The OpenAPI 3.1 document of the generic orders contract. */
export const genericDocument = (serverUrl: string) =>
  openApiDocument({
    title: 'Orders REST API',
    version,
    description,
    serverUrl,
    operations: genericOperations,
    tags: [{ name: 'Orders', description: 'Listing, creating, reading, updating and canceling orders.' }],
    errorSchema: genericErrorSchema,
    failures: { statusOf: genericErrorStatus, meanings: { BadArgument: badRequest } },
    pathParameter: () => z.string().meta({ example: 'ORD123456789' }),
  })

import { openApiDocument } from '@/lib/http/openapi'
import { version } from '@/package.json'
import { primaryOperations } from './operations'
import { errorSchema } from './to-error-body'

/** The OpenAPI 3.1 document of the Nodeblocks surface and of everything of ours. */
export const primaryDocument = (serverUrl: string) =>
  openApiDocument({
    title: 'Orderdesk',
    version,
    description:
      'The order and catalog services, and what Orderdesk adds to them. Amounts are integers in the currency’s minor unit; times are UTC. Every answer carries `x-request-id`; single resources carry an `ETag`.',
    serverUrl,
    operations: primaryOperations,
    errorSchema,
  })

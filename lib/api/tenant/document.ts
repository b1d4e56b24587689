import { z } from 'zod'
import { openApiDocument } from '@/lib/http/openapi'
import { version } from '@/package.json'
import { tenantOperations } from './operations'
import { tenantErrorSchema, tenantErrorStatus, tenantFaultSchema } from './vocabulary'

const description = `A customer's own orders, and those of the legal entities they are assigned to.

Call with the customer's access token; or with a service's API key that has the operation's scope, and the customer's
token in the header \`saas-token\`. The tenant is the organization's slug.

## Lists

\`pageNumber\` counts from 1. \`X-Total-Count\` is the number of matches. \`sort=created:desc,id\` sorts by any field.
\`fields=id,entries.product.code\` keeps exactly these members.

## q

Clauses separated by spaces, all of which must hold: \`status:CREATED currency:USD\`, \`id:(EON1,EON2)\`,
\`totalPrice:(>=10 AND <=20)\`, \`created:>"2024-01-01T00:00:00.000Z"\`, \`mixins.core.disputeStatus:CONTESTED\`,
\`completed:null\`, \`mixins.name:exists\`, \`mixins.name:missing\`, \`entries.product.localizedName.en:~Yoghurt\` (an RE2
pattern). Through an array any member may match.`

/** The OpenAPI 3.1 document of the Emporix contract for customers. */
export const tenantDocument = (serverUrl: string) =>
  openApiDocument({
    title: 'Orders, customer-managed',
    version,
    description,
    serverUrl,
    operations: tenantOperations,
    tags: [{ name: 'Orders', description: 'Reading orders, and declining one’s own.' }],
    errorSchema: tenantErrorSchema,
    failures: {
      statusOf: tenantErrorStatus,
      schemaOf: (code) => (code === 'Unauthorized' ? tenantFaultSchema : tenantErrorSchema),
      meanings: { BadArgument: 'The path, the query or the body is not right, or the transition is not possible.' },
    },
    pathParameter: (name) => (name === 'tenant' ? tenantName : z.string()),
  })

const tenantName = z
  .string()
  .regex(/^[a-z][a-z0-9]+$/)
  .min(3)
  .max(16)
  .meta({ example: 'acme' })

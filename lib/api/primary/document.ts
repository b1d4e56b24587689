import { z } from 'zod'
import { cookieName } from '@/lib/auth/session-cookie'
import { openApiDocument } from '@/lib/http/openapi'
import { idPattern } from '@/lib/ids'
import { version } from '@/package.json'
import { primaryErrorExamples, primaryExamples } from './examples'
import { primaryOperations } from './operations'
import { errorSchema } from './to-error-body'

const description = `The order and catalog services, and what Orderdesk adds to them.

## Who calls

Send \`Authorization: Bearer …\` with a user's access token or an API key. \`POST /auth/login\` exchanges an e-mail
address and a password for an access token of 15 minutes and a refresh token; API keys belong to an organization or to
the whole system, do what their scopes say, and never act for a person. A signed-in browser's cookie does as well.

## Values

Ids are 24 characters, ordered by time of creation. Amounts are integers in the currency's minor unit: ¥1,000 is
\`1000\`, $10.00 is \`1000\`. Times are ISO 8601; answers are in UTC with milliseconds.

## Lists

Every list answers \`{total, count, value}\` with links to its neighbouring pages, and takes \`$filter\`, \`$orderBy\`,
\`$top\`, \`$skip\`, \`$expand\`, some \`$search\` and \`$apply\` too. \`total\` is exact. The
[query language](/docs/query-language) has a page with examples to run. An unknown parameter or property is refused
with its position and the nearest known name, never ignored.

## Changes

A single resource comes with an \`ETag\`. Send it back as \`If-Match\`, and the change is made only if nobody was there
before you (412 otherwise). A POST with an \`Idempotency-Key\` can be repeated safely for 24 hours.

## Failures

\`{code, message, target?, details?, innererror?}\`: \`code\` is the word, \`message\` a sentence that says what to do,
\`details\` lists every problem with its place. Every answer has an \`x-request-id\`. 429 and 503 say in \`Retry-After\`
how many seconds to wait.`

const tags = [
  { name: 'Orders', description: 'Placing orders, moving them through their states, and reading what happened.' },
  { name: 'Order parts', description: 'Payment, shipments, disputes and versions of an order.' },
  { name: 'History', description: 'Who did what when, and what it changed.' },
  { name: 'Views', description: 'Ways of looking at a list, kept under a name.' },
  { name: 'Products', description: 'What an organization sells.' },
  { name: 'Variants', description: 'The forms a product is sold in, with their prices.' },
  { name: 'Categories', description: 'The tree every product has its place in.' },
  { name: 'Locations', description: 'The tree of places products can be found at.' },
  { name: 'Attributes', description: 'What products can be described by.' },
  { name: 'Rail', description: 'Railway areas, companies, lines and stations.' },
  { name: 'Follow', description: 'Who follows which product.' },
  { name: 'Attachments', description: 'Images and documents.' },
  { name: 'Organizations', description: 'Those who sell.' },
  { name: 'Members', description: 'Who has a role in an organization, and how one gets one.' },
  { name: 'Users', description: 'Accounts, and the signed-in user’s own.' },
  { name: 'Sign-in', description: 'Tokens for programs, sessions for browsers.' },
  { name: 'API keys', description: 'Lasting tokens for programs, limited by scopes.' },
  { name: 'System', description: 'Status, health, and this document.' },
]

const id = z.string().regex(idPattern).meta({ example: '0198f3a1c2d4000000000051' })

let last: { serverUrl: string; document: ReturnType<typeof openApiDocument> } | undefined

/** The OpenAPI 3.1 document of the Nodeblocks surface and of everything of ours. Kept until asked for another address. */
export function primaryDocument(serverUrl: string): ReturnType<typeof openApiDocument> {
  if (last?.serverUrl !== serverUrl) {
    last = {
      serverUrl,
      document: openApiDocument({
        title: 'Orderdesk',
        version,
        description,
        serverUrl,
        operations: primaryOperations,
        tags,
        errorSchema,
        errorExamples: primaryErrorExamples,
        examples: primaryExamples,
        pathParameter: (name) => (name.endsWith('Id') ? id : z.string()),
        sessionCookie: cookieName('session'),
        guide: {
          url: `${new URL(serverUrl).origin}/docs/query-language`,
          description: 'The query language, with examples to run',
        },
      }),
    }
  }
  return last.document
}

import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponseObject } from 'zod-openapi'
import type { ErrorCode } from '@/lib/errors'
import { headerParameters, queryParameters } from './openapi-parameters'
import { type ErrorExamples, errorResponses, type FailureShape, responsesOf } from './openapi-responses'
import type { AnyOperation } from './operation'

/** What a body and an answer may look like. */
export type Example = { body?: unknown; answer?: unknown }

export type DocumentInput = {
  title: string
  version: string
  /** Markdown. */
  description: string
  /** Where the paths begin: `https://shop.example/api`. */
  serverUrl: string
  operations: readonly AnyOperation[]
  /** The groups of operations, in the order they are read. */
  tags: readonly { name: string; description: string }[]
  errorSchema: z.ZodType
  errorExamples?: ErrorExamples
  /** Where a vocabulary's failures differ from `errorSchema` or from the usual statuses. */
  failures?: FailureShape
  /** By operation id. */
  examples?: Readonly<Record<string, Example>>
  /** What a name in a path may be. Default: any text. */
  pathParameter?: (name: string) => z.ZodType
  /** The name of the browser's session cookie, where it is accepted. */
  sessionCookie?: string
  /** Where to read on. */
  guide?: { url: string; description: string }
}

const accessText: Record<AnyOperation['access'], string> = {
  public: 'Anybody.',
  optional: 'Anybody; a token is taken into account.',
  any: 'Any valid token.',
  member: 'Members of the organization, system admins.',
  organization: 'Owners and admins of the organization, system admins.',
  creator: 'Owners and admins of the organization, system admins, and whoever it was created for or by.',
  self: 'The user in the path, system admins.',
  system: 'System admins.',
  session: 'Signed-in users in person.',
}

function describe(operation: AnyOperation): string {
  const keys = operation.scope ? `API keys need the scope \`${operation.scope}\`.` : 'Not for API keys.'
  const verified = operation.verifiedEmail ? ' Users need a verified e-mail address.' : ''
  const who = `**Who:** ${accessText[operation.access]}${operation.access === 'public' ? '' : ` ${keys}${verified}`}`
  return [operation.description, who].filter(Boolean).join('\n\n')
}

/** Either way of saying who calls; none where everybody may. */
function securityOf({ access }: AnyOperation, cookie: boolean): Record<string, string[]>[] {
  if (access === 'public') return []
  return [{ bearer: [] }, ...(cookie ? [{ session: [] }] : []), ...(access === 'optional' ? [{}] : [])]
}

function toOperationObject(
  operation: AnyOperation,
  path: string,
  failures: Record<ErrorCode, ZodOpenApiResponseObject>,
  { examples = {}, pathParameter = () => z.string(), sessionCookie, failures: { statusOf } = {} }: DocumentInput,
): ZodOpenApiOperationObject {
  const isAlias = path !== operation.path
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)
  const { body, answer } = examples[operation.id] ?? {}
  return {
    operationId: isAlias ? `${operation.id}Alias${operation.aliases!.indexOf(path) || ''}` : operation.id,
    summary: operation.summary,
    description: isAlias ? `The same as \`${operation.path}\`.\n\n${describe(operation)}` : describe(operation),
    tags: [operation.tag],
    security: securityOf(operation, sessionCookie !== undefined),
    requestParams: {
      path: z.object(Object.fromEntries(names.map((name) => [name, pathParameter(name)]))),
      query: z.object(queryParameters(operation)),
      header: z.object(headerParameters(operation)),
    },
    ...(operation.body
      ? {
          requestBody: {
            required: !operation.bodyOptional,
            content: {
              'application/json': { schema: operation.body, ...(body === undefined ? {} : { example: body }) },
            },
          },
        }
      : {}),
    responses: responsesOf(operation, failures, answer, statusOf),
  }
}

/** Makes an OpenAPI 3.1 document of operations; nothing in it is written twice. */
export function openApiDocument(input: DocumentInput) {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {}
  const failures = errorResponses(input.errorSchema, input.errorExamples ?? {}, input.failures)
  for (const operation of input.operations) {
    for (const path of [operation.path, ...(operation.aliases ?? [])]) {
      paths[path] ??= {}
      paths[path][operation.method.toLowerCase()] = toOperationObject(operation, path, failures, input)
    }
  }
  const used = new Set(input.operations.map((operation) => operation.tag))
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: input.title,
      version: input.version,
      description: input.description,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: input.serverUrl }],
    ...(input.guide ? { externalDocs: input.guide } : {}),
    security: [{ bearer: [] }],
    tags: input.tags.filter(({ name }) => used.has(name)),
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'A user’s access token (`POST /auth/login`, or `npm run token`) or an API key.',
        },
        ...(input.sessionCookie
          ? {
              session: {
                type: 'apiKey',
                in: 'cookie',
                name: input.sessionCookie,
                description: 'The cookie of a signed-in browser. Anything but GET has to come from our own pages.',
              } as const,
            }
          : {}),
      },
    },
    paths,
  })
}

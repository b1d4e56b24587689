import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi'
import { type ErrorCode, errorStatus } from '@/lib/errors'
import type { Resource } from '@/lib/resources/resource'
import { type AnyOperation, isUnsafe } from './operation'

type DocumentInput = {
  title: string
  version: string
  description: string
  /** Where the paths begin: `https://shop.example/api`. */
  serverUrl: string
  operations: readonly AnyOperation[]
  errorSchema: z.ZodType
}

const fieldsOf = (resource: Resource, wanted: 'filterable' | 'sortable') =>
  Object.entries(resource.fields)
    .filter(([path, field]) => {
      if (wanted === 'filterable') return field.filterable !== false
      const inList = resource.lists.some((list) => path === list || path.startsWith(`${list}.`))
      return field.sortable !== false && !inList && field.type !== 'open'
    })
    .map(([path]) => `\`${path}\``)
    .join(', ')

type Parameters = Record<string, z.ZodType>

function expandParameter(resource: Resource): Parameters {
  const names = Object.keys(resource.expansions)
    .map((path) => `\`${path}\``)
    .join(', ')
  const description = `References to replace by what they lead to, comma-separated, up to three levels deep, each with an optional \`($filter=…)\`. Here: ${names || 'none'}.`
  return { $expand: z.string().optional().meta({ description }) }
}

function queryParameters(operation: AnyOperation): Parameters {
  const own = (operation.query ?? {}) as Parameters
  if (!operation.list) return operation.expand ? { ...own, ...expandParameter(operation.expand) } : own
  const { resource, search, expand = true, filter = true } = operation.list
  const text = (description: string) => z.string().optional().meta({ description })
  const token = 'The page token of a link in an earlier answer. Not together with `$skip`.'
  return {
    ...own,
    $top: z.int().min(1).max(100).default(20).meta({ description: 'How many items a page holds.' }),
    $skip: z.int().min(0).default(0).meta({ description: 'How many items to pass over.' }),
    $nextToken: text(token),
    $previousToken: text(token),
    ...(filter ? { $filter: text(`Which items. Fields: ${fieldsOf(resource, 'filterable')}.`) } : {}),
    $orderBy: text(`\`field desc, field\`. Fields: ${fieldsOf(resource, 'sortable')}.`),
    ...(expand ? expandParameter(resource) : {}),
    ...(search
      ? {
          $search: text('Words that all have to occur; a phrase in double quotes.'),
          $apply: text('Transformations, for example `groupby((status), aggregate($count as count))`.'),
        }
      : {}),
  }
}

function headerParameters(operation: AnyOperation): Parameters {
  const single = operation.success.schema !== undefined || operation.method === 'DELETE'
  return {
    ...(keepsIdempotency(operation)
      ? {
          'Idempotency-Key': z
            .string()
            .max(255)
            .optional()
            .meta({ description: 'The same key and request replay the first answer for 24 hours.' }),
        }
      : {}),
    ...(single && ['PATCH', 'DELETE'].includes(operation.method)
      ? {
          'If-Match': z
            .string()
            .optional()
            .meta({ description: 'The `ETag` the change was made against; 412 when stale.' }),
        }
      : {}),
  }
}

const keepsIdempotency = (operation: AnyOperation) => operation.method === 'POST' && operation.transaction !== false

/** The failures that follow from what the operation declares, and those it names itself. */
export function errorCodesOf(operation: AnyOperation): ErrorCode[] {
  const open = operation.access === 'public'
  const codes: (ErrorCode | false)[] = [
    (operation.path.includes('{') || operation.list || operation.body || operation.query) !== undefined &&
      'BadArgument',
    !open && 'Unauthorized',
    !open && !['optional', 'any'].includes(operation.access) && 'Forbidden',
    operation.path.includes('{') && 'NotFound',
    operation.body !== undefined && 'PayloadTooLarge',
    operation.body !== undefined && 'UnsupportedMediaType',
    keepsIdempotency(operation) && 'Conflict',
    keepsIdempotency(operation) && 'IdempotencyKeyReused',
    ...(operation.errors ?? []),
    'TooManyRequests',
    'UnexpectedError',
    isUnsafe(operation.method) && 'ServiceUnavailable',
    isUnsafe(operation.method) && 'InsufficientStorage',
  ]
  return [...new Set(codes.filter((code): code is ErrorCode => code !== false))]
}

function responses(operation: AnyOperation, errorSchema: z.ZodType): ZodOpenApiOperationObject['responses'] {
  const { status, schema, description, contentType = 'application/json' } = operation.success
  const failures = Map.groupBy(errorCodesOf(operation), (code) => String(errorStatus[code]))
  return {
    [String(status) as '200']: {
      description: description ?? 'Done.',
      ...(schema ? { content: { [contentType]: { schema } } } : {}),
    },
    ...Object.fromEntries(
      [...failures].map(([code, names]) => [
        code,
        { description: names.join(', '), content: { 'application/json': { schema: errorSchema } } },
      ]),
    ),
  }
}

const accessText: Record<AnyOperation['access'], string> = {
  public: 'Anybody.',
  optional: 'Anybody; a token is taken into account.',
  any: 'Any valid token.',
  member: 'Members of the organization, system admins.',
  organization: 'Owners and admins of the organization, system admins.',
  creator: 'Owners and admins of the organization, system admins, and whoever created the order.',
  self: 'The user in the path, system admins.',
  system: 'System admins.',
  session: 'Signed-in users.',
}

function describe(operation: AnyOperation): string {
  const scope = operation.scope ? ` API keys need the scope \`${operation.scope}\`.` : ''
  return [operation.description, `**Who:** ${accessText[operation.access]}${scope}`].filter(Boolean).join('\n\n')
}

function toOperationObject(operation: AnyOperation, path: string, errorSchema: z.ZodType): ZodOpenApiOperationObject {
  const main = path === operation.path
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)
  return {
    operationId: main ? operation.id : `${operation.id}Alias`,
    summary: operation.summary,
    description: describe(operation),
    tags: [operation.tag],
    ...(operation.access === 'public' ? { security: [] } : {}),
    requestParams: {
      path: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))),
      query: z.object(queryParameters(operation)),
      header: z.object(headerParameters(operation)),
    },
    ...(operation.body
      ? {
          requestBody: {
            required: !operation.bodyOptional,
            content: { 'application/json': { schema: operation.body } },
          },
        }
      : {}),
    responses: responses(operation, errorSchema),
  }
}

/** Makes an OpenAPI 3.1 document of operations; nothing in it is written twice. */
export function openApiDocument(input: DocumentInput) {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {}
  for (const operation of input.operations) {
    for (const path of [operation.path, ...(operation.aliases ?? [])]) {
      paths[path] ??= {}
      paths[path][operation.method.toLowerCase()] = toOperationObject(operation, path, input.errorSchema)
    }
  }
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: input.title,
      version: input.version,
      description: input.description,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: input.serverUrl }],
    security: [{ bearer: [] }],
    tags: [...new Set(input.operations.map((operation) => operation.tag))].map((name) => ({ name })),
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'A user token or an API key.' },
      },
    },
    paths,
  })
}

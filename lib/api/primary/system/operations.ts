import { z } from 'zod'
import { operation } from '@/lib/http/operation'

const tag = 'System'

/** O1 and C1 */
export const ping = operation({
  id: 'ping',
  method: 'GET',
  path: '/ping',
  summary: 'Service status',
  tag,
  access: 'public',
  success: {
    status: 200,
    schema: z
      .strictObject({
        status: z.literal('ok'),
        packageInfo: z.strictObject({
          gitCommitHash: z.string().regex(/^[a-f0-9]{7}$/),
          sdkVersion: z.string(),
          serviceAdapterAPIVersion: z.string(),
          serviceName: z.string(),
          serviceVersion: z.string(),
        }),
      })
      .meta({ id: 'AppStatus' }),
  },
})

const health = z.strictObject({ status: z.literal('ok') })

export const readLiveness = operation({
  id: 'readLiveness',
  method: 'GET',
  path: '/health/live',
  summary: 'The process answers',
  tag,
  access: 'public',
  success: { status: 200, schema: health },
})

export const readReadiness = operation({
  id: 'readReadiness',
  method: 'GET',
  path: '/health/ready',
  summary: 'The process can read and write',
  tag,
  access: 'public',
  success: { status: 200, schema: health },
  errors: ['ServiceUnavailable'],
})

export const readDocument = operation({
  id: 'readOpenApiDocument',
  method: 'GET',
  path: '/openapi.json',
  summary: 'This document',
  tag,
  access: 'public',
  success: { status: 200, schema: z.looseObject({ openapi: z.string() }) },
})

const documentOf = <const P extends string>(id: string, path: P, summary: string) =>
  operation({
    id,
    method: 'GET',
    path,
    summary,
    tag,
    access: 'public',
    success: { status: 200, schema: z.looseObject({ openapi: z.string() }) },
  })

export const readGenericDocument = documentOf(
  'readGenericDocument',
  '/openapi/v1.json',
  'The document of the generic orders contract',
)
export const readStoreDocument = documentOf(
  'readStoreDocument',
  '/openapi/admin-v2.json',
  'The document of the AiFi admin contract',
)
export const readTenantDocument = documentOf(
  'readTenantDocument',
  '/openapi/order-v2.json',
  'The document of the Emporix contract for customers',
)

export const systemOperations = [
  ping,
  readLiveness,
  readReadiness,
  readDocument,
  readGenericDocument,
  readStoreDocument,
  readTenantDocument,
]

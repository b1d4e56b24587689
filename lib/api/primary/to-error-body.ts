import { z } from 'zod'
import type { AppError } from '@/lib/errors'

/** The error body of the Nodeblocks surface (spec nodeblocks 6): not wrapped, `details` always an array. */
export const errorSchema = z
  .object({
    code: z.string(),
    message: z.string(),
    target: z.string().optional(),
    details: z.array(z.object({ code: z.string(), message: z.string(), target: z.string().optional() })).optional(),
    innererror: z.looseObject({ code: z.string() }).optional(),
  })
  .meta({ id: 'Error', description: 'What was wrong, where, and what would be right.' })

export type ErrorBody = z.output<typeof errorSchema>

export function toErrorBody(error: AppError): ErrorBody {
  const { target, details, inner } = error.extras
  return {
    code: error.code,
    message: error.message,
    ...(target === undefined ? {} : { target }),
    ...(details && details.length > 0 ? { details } : {}),
    ...(inner ? { innererror: inner } : {}),
  }
}

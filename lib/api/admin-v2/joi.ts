import type { z } from 'zod'
import { AppError } from '@/lib/errors'

/** One problem in the words of the AiFi contract (spec other-order-apis A.2): the key stands in literal quotes. */
export type JoiError = { error: string; rule: string; field: string }

/** Where the problem is: decides the `type` and the `message` of the answer. */
export type JoiTarget = 'RequestBody' | 'RequestQuery' | 'RequestPath'

export const joiError = (key: string, rule: string, says: string): JoiError => ({
  error: `"${key}" ${says}`,
  rule,
  field: `"${key}"`,
})

/** A 422 with ready-made problems. */
export const invalid = (target: JoiTarget, errors: JoiError[]) =>
  new AppError('BadArgument', errors[0]!.error, { target, inner: { code: 'Joi', errors } })

type Issue = z.core.$ZodIssue

const nouns: Record<string, [rule: string, says: string]> = {
  string: ['string.base', 'must be a string'],
  number: ['number.base', 'must be a number'],
  int: ['number.integer', 'must be an integer'],
  boolean: ['boolean.base', 'must be a boolean'],
  array: ['array.base', 'must be an array'],
  object: ['object.base', 'must be of type object'],
  record: ['object.base', 'must be of type object'],
}

function valueAt(input: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    input,
  )
}

function tooSmall(issue: Extract<Issue, { code: 'too_small' }>): [string, string] {
  const { origin, minimum } = issue
  if (origin === 'string') {
    return minimum === 1
      ? ['string.empty', 'is not allowed to be empty']
      : ['string.min', `length must be at least ${minimum} characters long`]
  }
  if (origin === 'array') return ['array.min', `must contain at least ${minimum} items`]
  return ['number.min', `must be greater than or equal to ${minimum}`]
}

function tooBig(issue: Extract<Issue, { code: 'too_big' }>): [string, string] {
  const { origin, maximum } = issue
  if (origin === 'string') return ['string.max', `length must be less than or equal to ${maximum} characters long`]
  if (origin === 'array') return ['array.max', `must contain less than or equal to ${maximum} items`]
  return ['number.max', `must be less than or equal to ${maximum}`]
}

function worded(issue: Issue, input: unknown): [rule: string, says: string] {
  if (valueAt(input, issue.path) === undefined && issue.code !== 'custom') return ['any.required', 'is required']
  switch (issue.code) {
    case 'invalid_type':
      return nouns[issue.expected] ?? ['any.invalid', 'contains an invalid value']
    case 'invalid_value':
      return ['any.only', `must be one of [${issue.values.join(', ')}]`]
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'invalid_format':
      return issue.format === 'datetime'
        ? ['date.format', 'must be in ISO 8601 date format']
        : ['string.pattern.base', 'fails to match the required pattern']
    case 'custom': {
      const rule = (issue.params as { rule?: string } | undefined)?.rule ?? 'any.invalid'
      return [rule, issue.message]
    }
    default:
      return ['any.invalid', 'contains an invalid value']
  }
}

const dotted = (path: PropertyKey[]) => path.map(String).join('.')

function toJoi(issue: Issue, input: unknown): JoiError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => joiError(dotted([...issue.path, key]), 'object.unknown', 'is not allowed'))
  }
  const [rule, says] = worded(issue, input)
  return [joiError(dotted(issue.path) || 'value', rule, says)]
}

/** Checks input in the words of the contract. @throws AppError BadArgument that becomes the 422 object */
export function validateJoi<S extends z.ZodType>(schema: S, input: unknown, target: JoiTarget): z.output<S> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw invalid(target, result.error.issues.flatMap((issue) => toJoi(issue, input)).slice(0, 50))
}

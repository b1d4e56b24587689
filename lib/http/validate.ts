import type { z } from 'zod'
import { badArgument, type DetailCode, type ErrorDetail } from '@/lib/errors'
import { nearestName } from '@/lib/query/nearest'

type Issue = z.core.$ZodIssue

const limits: Record<string, DetailCode> = { string: 'TooLong', array: 'TooMany', file: 'TooLong' }

function missing(body: unknown, path: PropertyKey[]): boolean {
  let value = body
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return true
    value = (value as Record<PropertyKey, unknown>)[key]
  }
  return value === undefined || value === null
}

function detailCode(issue: Issue, input: unknown): DetailCode {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'UnknownProperty'
    case 'invalid_type':
    case 'invalid_union':
    case 'invalid_value':
      if (missing(input, issue.path)) return 'NullValue'
      return issue.code === 'invalid_value' ? 'NotAllowed' : 'InvalidType'
    case 'too_big':
      return limits[issue.origin] ?? 'OutOfRange'
    case 'too_small':
      return issue.origin === 'string' && missing(input, issue.path) ? 'NullValue' : 'OutOfRange'
    case 'custom':
      return ((issue.params as { code?: DetailCode } | undefined)?.code ?? 'InvalidFormat') as DetailCode
    default:
      return 'InvalidFormat'
  }
}

const dotted = (path: PropertyKey[]) => path.map(String).join('.')

function toDetails(issue: Issue, input: unknown, names: readonly string[]): ErrorDetail[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const guess = nearestName(key, names)
      return {
        code: 'UnknownProperty' as const,
        target: dotted([...issue.path, key]),
        message: `\`${key}\` is not known here.${guess ? ` Did you mean \`${guess}\`?` : ''}`,
      }
    })
  }
  const code = detailCode(issue, input)
  const message = code === 'NullValue' ? 'This is required.' : issue.message
  return [{ code, target: dotted(issue.path), message }]
}

function knownNames(schema: z.ZodType): string[] {
  const names = new Set<string>()
  const visit = (node: unknown, depth: number) => {
    const def = (node as { def?: Record<string, unknown> } | undefined)?.def
    if (!def || depth > 6) return
    if (def.shape) {
      for (const [name, member] of Object.entries(def.shape as Record<string, unknown>)) {
        names.add(name)
        visit(member, depth + 1)
      }
    }
    for (const inner of [def.element, def.innerType, ...((def.options as unknown[]) ?? [])]) visit(inner, depth + 1)
  }
  visit(schema, 0)
  return [...names]
}

/**
 * Checks input against a schema.
 * @throws AppError BadArgument with one detail per problem, each with its place
 */
export function validate<S extends z.ZodType>(
  schema: S,
  input: unknown,
  target: 'RequestBody' | 'RequestQuery' | 'RequestPath',
): z.output<S> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const names = knownNames(schema)
  const details = result.error.issues.flatMap((issue) => toDetails(issue, input, names)).slice(0, 50)
  const first = details[0]!
  const where = first.target ? `\`${first.target}\`: ` : ''
  throw badArgument(target, `${where}${first.message}`, details)
}

import { AppError } from '@/lib/errors'

/** `innererror.code` of everything that can be wrong with the query language (spec nodeblocks 6). */
export type QueryErrorCode =
  | 'InvalidFilter'
  | 'InvalidOrderBy'
  | 'InvalidExpand'
  | 'InvalidApply'
  | 'InvalidSearch'
  | 'InvalidToken'

export type QueryErrorPlace = {
  /** Offset into the parameter's decoded text, in UTF-16 units from 0. */
  position?: number
  /** What stands there. */
  found?: string
  /** What could have stood there. */
  expected?: string[]
  /** The known name most like the one that was found. */
  nearest?: string
}

/** Where a piece of text came from: a filter may stand alone, inside `$apply`, or inside `$expand`. */
export type TextOrigin = {
  code: QueryErrorCode
  /** As it is written in the request: `$filter`. */
  parameter: string
  /** Added to positions when the text is a part of the parameter. */
  offset: number
}

export const filterOrigin: TextOrigin = { code: 'InvalidFilter', parameter: '$filter', offset: 0 }

/**
 * A 400 that says which parameter, where, what was found and what was expected. `problem` is a sentence or two and is
 * put behind `$filter, position 12: `.
 */
export function queryError(origin: TextOrigin, problem: string, place: QueryErrorPlace = {}): AppError {
  const position = place.position === undefined ? undefined : place.position + origin.offset
  const where = position === undefined ? origin.parameter : `${origin.parameter}, position ${position}`
  const inner: { code: string; [key: string]: unknown } = { code: origin.code }
  if (position !== undefined) inner.position = position
  if (place.found !== undefined) inner.found = excerpt(place.found)
  if (place.expected !== undefined) inner.expected = place.expected
  if (place.nearest !== undefined) inner.nearest = place.nearest
  return new AppError('BadArgument', `${where}: ${problem}`, { target: 'RequestQuery', inner })
}

/** Error texts repeat at most this much of the input. */
export const excerpt = (text: string) => (text.length > 40 ? `${text.slice(0, 37)}…` : text)

/** `a, b, c or d`, at most `limit` of them. */
export function orList(names: readonly string[], limit = 12): string {
  const shown = names.slice(0, limit)
  if (names.length > limit) return `${shown.join(', ')}, …`
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`
}

/** `order` → `An order`, `product` → `A product`. */
export const oneOf = (name: string): string => `${/^[aeio]/i.test(name) ? 'An' : 'A'} ${name}`

import { badArgument } from './errors'

export const maxCustomFields = 50

/**
 * Merges custom fields key by key; null deletes a key (spec nodeblocks S20).
 * @throws AppError BadArgument beyond 50 keys
 */
export function mergeCustomFields(
  stored: Record<string, unknown>,
  given: Record<string, unknown>,
): Record<string, unknown> {
  const merged = Object.fromEntries(Object.entries({ ...stored, ...given }).filter(([, value]) => value !== null))
  const count = Object.keys(merged).length
  if (count > maxCustomFields) {
    throw badArgument('RequestBody', `There would be ${count} custom fields; at most ${maxCustomFields} are kept.`, [
      { code: 'TooMany', target: 'customFields', message: `At most ${maxCustomFields} keys.` },
    ])
  }
  return merged
}

import type { OrderVersion } from './order-parts'

/** One value that is not the same in two versions; `undefined` where there is none. */
export type VersionDifference = { path: string; before: unknown; after: unknown }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const hasId = (value: unknown): value is { id: string | number } => isObject(value) && 'id' in value

/** Members of a list by their id, or by their line; by their place where they have neither. */
function keyed(list: readonly unknown[]): [string, unknown][] {
  return list.map((member, i) => {
    if (hasId(member)) return [String(member.id), member]
    if (isObject(member) && 'lineId' in member) return [String(member.lineId), member]
    return [String(i), member]
  })
}

/** Every leaf below a value with its path: `customer.phone`, `lines[3].quantity`. */
function leaves(value: unknown, path: string, into: Map<string, unknown>) {
  if (Array.isArray(value)) {
    for (const [key, member] of keyed(value)) leaves(member, `${path}[${key}]`, into)
  } else if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) leaves(member, path ? `${path}.${key}` : key, into)
  } else {
    into.set(path, value ?? null)
  }
}

/** What every version changes by being one, and what `lines` and `disputeStatus` say better. */
const left =
  /^order\.(version|updatedAt|lineItems)\b|^(payment|contest)\.updatedAt$|^contest\.(id|status)$|\]\.(id|lineId)$/

function flatten({ order, lines, payment, shipments, contest }: OrderVersion): Map<string, unknown> {
  const into = new Map<string, unknown>()
  leaves({ order, lines, payment, shipments, contest }, '', into)
  return new Map(
    [...into].filter(([path]) => !left.test(path)).map(([path, value]) => [path.replace(/^order\./, ''), value]),
  )
}

/** What two versions of an order say differently, value by value, in the order the API says it. */
export function differenceOf(before: OrderVersion, after: OrderVersion): VersionDifference[] {
  const [old, young] = [flatten(before), flatten(after)]
  return [...new Set([...old.keys(), ...young.keys()])]
    .map((path) => ({ path, before: old.get(path) ?? null, after: young.get(path) ?? null }))
    .filter((each) => each.before !== each.after)
}

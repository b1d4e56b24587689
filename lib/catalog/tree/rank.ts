/**
 * Places among siblings are hexadecimal fractions, compared as text: between two of them there is always a third, so
 * that moving a node writes one row (decision 44).
 */

/** How much of a name decides its place; longer ones are ordered by id from there on. */
const nameBytes = 120

/** A rank this long is a sign of hundreds of moves to one spot; the siblings are then spread anew. */
export const longestRank = 400

/** The place of a node nobody moved by hand: by name, then by age. Distinct for every node. */
export const rankOf = (name: string, id: string): string =>
  Buffer.from(name).subarray(0, nameBytes).toString('hex') + Buffer.from(id).toString('hex')

const digits = '0123456789abcdef'

/**
 * A rank behind `low` and before `high`; null is the open end. Undefined when there is none, because both are equal or
 * differ by trailing zeros only.
 */
export function rankBetween(low: string | null, high: string | null): string | undefined {
  const from = low ?? ''
  let rank = ''
  for (let i = 0; ; i++) {
    const floor = digits.indexOf(from[i] ?? '0')
    const ceiling = high === null ? 16 : i < high.length ? digits.indexOf(high[i]!) : 0
    if (floor === ceiling && i < from.length + (high?.length ?? 0)) {
      rank += digits[floor]
      continue
    }
    if (floor > ceiling || floor === ceiling) return undefined
    const middle = (floor + ceiling) >> 1
    if (middle > floor) return rank + digits[middle]
    return rank + digits[floor] + above(from.slice(i + 1))
  }
}

/** A fraction greater than `rest`, which is what follows a digit that already is below the upper end. */
function above(rest: string): string {
  for (let i = 0; i < rest.length; i++) {
    const digit = digits.indexOf(rest[i]!)
    if (digit < 15) return rest.slice(0, i) + digits[(digit + 17) >> 1]
  }
  return `${rest}8`
}

type Node = { id: string; name: string; parentId: string | null; rank: string }

/** The rank of a changed node: a new parent puts it in order by name; a place made by hand outlives a new name. */
export function rankAfter(node: Node, { name = node.name, parentId = node.parentId }: Partial<Node>): string {
  const isByName = node.rank === rankOf(node.name, node.id)
  return parentId !== node.parentId || isByName ? rankOf(name, node.id) : node.rank
}

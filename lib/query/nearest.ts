/** Edit distance with transpositions (optimal string alignment), cut off above `limit`. Plain dynamic programming: O(a·b). */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let beforePrevious: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const substitution = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      let best = Math.min(substitution, previous[j]! + 1, current[j - 1]! + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, beforePrevious[j - 2]! + 1)
      current.push(best)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[b.length]!
}

/**
 * The known name a person most likely meant, or undefined when none is close. Case is ignored, and a known name that
 * ends in the given one (`userId` for `customer.userId`) counts as close.
 */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  const wanted = name.slice(0, 100).toLowerCase()
  const limit = Math.max(1, Math.min(3, Math.floor(wanted.length / 3)))
  let best: string | undefined
  let bestDistance = limit + 1
  for (const candidate of known) {
    const lower = candidate.toLowerCase()
    const found = lower.endsWith(`.${wanted}`) ? 0.5 : distance(wanted, lower, limit)
    if (found < bestDistance) {
      best = candidate
      bestDistance = found
    }
  }
  return best
}

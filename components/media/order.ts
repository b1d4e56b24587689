/** The list with one member moved; indices count from 0. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list]
  const [member] = next.splice(from, 1)
  if (member !== undefined) next.splice(to, 0, member)
  return next
}

/**
 * Where a file that has just arrived belongs: files end in any order, but stand in the one they were chosen in. `rank`
 * tells the place in the queue of members that came from it.
 */
export function insertedByRank<T>(list: readonly T[], member: T, rank: (member: T) => number | undefined): T[] {
  const own = rank(member) ?? Number.POSITIVE_INFINITY
  const before = list.findIndex((each) => (rank(each) ?? Number.NEGATIVE_INFINITY) > own)
  return before === -1 ? [...list, member] : list.toSpliced(before, 0, member)
}

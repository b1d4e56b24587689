/** The members to keep, as a tree; an empty one keeps everything below. */
type Wanted = Map<string, Wanted>

/** Reads `fields` (spec other-order-apis C.5); undefined keeps everything. */
export function parseFields(text: string | undefined): Wanted | undefined {
  const paths = (text ?? '')
    .split(',')
    .map((path) => path.trim())
    .filter(Boolean)
  if (paths.length === 0) return undefined
  const wanted: Wanted = new Map()
  for (const path of paths) {
    let node = wanted
    const names = path.split('.')
    for (const [i, name] of names.entries()) {
      const known = node.get(name)
      // `entries,entries.id`: the whole wins over its part.
      if (known?.size === 0) break
      const next: Wanted = i === names.length - 1 ? new Map() : (known ?? new Map())
      node.set(name, next)
      node = next
    }
  }
  return wanted
}

/** Keeps exactly the named members, of arrays in each element; unknown names give nothing (E.28). */
export function pick(value: unknown, wanted: Wanted | undefined): unknown {
  if (wanted === undefined || wanted.size === 0) return value
  if (Array.isArray(value)) return value.map((member) => pick(member, wanted))
  if (typeof value !== 'object' || value === null) return undefined
  const kept: Record<string, unknown> = {}
  for (const [name, inner] of wanted) {
    if (!Object.hasOwn(value, name)) continue
    const member = pick((value as Record<string, unknown>)[name], inner)
    if (member !== undefined) kept[name] = member
  }
  return kept
}

import { resourceNamed } from '@/lib/resources/registry'
import type { Expansion, Resource } from '@/lib/resources/resource'
import { readFilter } from './check'
import type { CheckedFilter } from './checked'
import { requireCleanText } from './lexer'
import { nearestName } from './nearest'
import { filterLimits } from './parse'
import { canonicalPath } from './paths'
import { orList, queryError, type TextOrigin } from './query-error'

/** One reference to replace by what it leads to, and what to replace inside that. */
export type ExpandNode = {
  /** The key in the resource's expansions: `lineItems.product`. */
  path: string
  expansion: Expansion
  /** Kept members of a to-many reference; a to-one reference that does not match becomes null. */
  filter?: CheckedFilter
  children: ExpandNode[]
}

export type ExpandTree = ExpandNode[]

export const expandLimits = { levels: 3, entries: 50 }

const origin: TextOrigin = { code: 'InvalidExpand', parameter: '$expand', offset: 0 }

/**
 * Reads `$expand` (spec nodeblocks 5.3): comma-separated paths, `.` for nesting, at most three references deep
 * (containers such as `lineItems` do not count), each reference with an optional `($filter=…)`. Entries that begin
 * alike share their branch. Throws 400 `InvalidExpand`; what is wrong inside a scoped filter is `InvalidFilter`.
 *
 *   example: organization($filter=name eq 'xxx'), items.product.category
 *            => organization(filtered), lineItems.product(category)
 *   example: lineItems         => 400 0
 *   example: organization($top=1) => 400 13
 */
export function readExpand(text: string, resource: Resource): ExpandTree {
  if (new TextEncoder().encode(text).length > filterLimits.bytes) {
    throw queryError(origin, `The text is longer than ${filterLimits.bytes} bytes.`, { position: filterLimits.bytes })
  }
  requireCleanText(text, origin)
  const tree: ExpandTree = []
  const entries = new Scanner(text).entries()
  if (entries.length > expandLimits.entries) {
    throw queryError(origin, `Expand at most ${expandLimits.entries} paths at a time.`, {
      position: entries[expandLimits.entries]![0]!.at,
    })
  }
  for (const segments of entries) addEntry(tree, resource, segments)
  return tree
}

/** A name with the text of its scoped filter. */
type Segment = { name: string; at: number; filter?: { text: string; at: number } }

const namePattern = /[A-Za-z_$][A-Za-z0-9_]*/y
const filterOption = /\s*\$filter\s*=/iy

class Scanner {
  private at = 0

  constructor(private readonly text: string) {}

  entries(): Segment[][] {
    const entries = [this.entry()]
    while (this.take(',')) entries.push(this.entry())
    if (this.at < this.text.length) throw this.unexpected(['.', ',', '($filter=…)', 'the end'])
    return entries
  }

  private entry(): Segment[] {
    const segments = [this.segment()]
    while (this.take('.')) segments.push(this.segment())
    return segments
  }

  private segment(): Segment {
    this.skipSpace()
    const at = this.at
    namePattern.lastIndex = at
    const name = namePattern.exec(this.text)?.[0]
    if (!name) throw this.unexpected(['the name of a reference'])
    this.at += name.length
    return this.take('(') ? { name, at, filter: this.scopedFilter() } : { name, at }
  }

  /** Reads up to the parenthesis that closes the option; quotes hide parentheses. */
  private scopedFilter(): { text: string; at: number } {
    filterOption.lastIndex = this.at
    const option = filterOption.exec(this.text)?.[0]
    if (!option) throw this.unexpected(['$filter='])
    this.at += option.length
    const start = this.at
    let depth = 1
    let quoted = false
    for (; this.at < this.text.length; this.at++) {
      const char = this.text[this.at]
      if (char === "'") quoted = !quoted
      else if (quoted) continue
      else if (char === '(') depth++
      else if (char === ')' && --depth === 0) {
        const text = this.text.slice(start, this.at++)
        return { text, at: start }
      }
    }
    throw this.unexpected([')'])
  }

  private take(char: string): boolean {
    this.skipSpace()
    if (this.text[this.at] !== char) return false
    this.at++
    return true
  }

  private skipSpace(): void {
    while (this.text[this.at] === ' ') this.at++
  }

  private unexpected(expected: string[]) {
    const found = this.at < this.text.length ? this.text.slice(this.at) : 'the end'
    const shown = found === 'the end' ? found : `'${found.slice(0, 20)}'`
    return queryError(origin, `Found ${shown}, expected ${orList(expected)}.`, { position: this.at, found, expected })
  }
}

function addEntry(tree: ExpandTree, resource: Resource, segments: Segment[]): void {
  let branch = tree
  let current = resource
  let container = ''
  let levels = 0
  for (const [index, segment] of segments.entries()) {
    const path = canonicalPath(container + segment.name, current.expandAliases ?? {})
    const isLast = index === segments.length - 1
    if (Object.hasOwn(current.expansions, path)) {
      if (++levels > expandLimits.levels) {
        throw queryError(origin, `'${segment.name}' is more than ${expandLimits.levels} references deep.`, {
          position: segment.at,
          found: segment.name,
        })
      }
      const expansion = current.expansions[path]!
      const target = resourceNamed(expansion.resource)
      branch = branchOf(branch, path, expansion, target, segment).children
      current = target
      container = ''
    } else if (isInert(current, path) && isLast && !segment.filter) {
      return
    } else if (isContainer(current, path) && !isLast && !segment.filter) {
      container = `${path}.`
    } else {
      throw unknownName(current, container, segment)
    }
  }
}

function branchOf(
  branch: ExpandNode[],
  path: string,
  expansion: Expansion,
  target: Resource,
  segment: Segment,
): ExpandNode {
  let node = branch.find((candidate) => candidate.path === path)
  if (!node) {
    node = { path, expansion, children: [] }
    branch.push(node)
  }
  if (segment.filter) {
    if (node.filter) {
      throw queryError(origin, `'${segment.name}' has two filters. Join them with and.`, {
        position: segment.at,
        found: segment.name,
      })
    }
    node.filter = readFilter(segment.filter.text, target, {
      code: 'InvalidFilter',
      parameter: '$expand',
      offset: segment.filter.at,
    })
  }
  return node
}

const isInert = (resource: Resource, path: string) => resource.inertExpansions?.includes(path) ?? false

const isContainer = (resource: Resource, path: string) =>
  Object.keys(resource.expansions).some((name) => name.startsWith(`${path}.`))

/** Every name `$expand` takes on a resource, for error messages and documentation. */
export const expandNames = (resource: Resource): string[] => [
  ...Object.keys(resource.expansions),
  ...(resource.inertExpansions ?? []),
  ...Object.keys(resource.expandAliases ?? {}).filter((alias) =>
    Object.hasOwn(resource.expansions, resource.expandAliases![alias]!),
  ),
]

function unknownName(resource: Resource, container: string, segment: Segment) {
  const names = expandNames(resource)
  const name = container + segment.name
  const nearest = nearestName(name, names)
  const advice =
    names.length === 0 ? 'Nothing in it can be.' : nearest ? `Did you mean ${nearest}?` : `Try ${orList(names)}.`
  return queryError(origin, `'${name}' cannot be expanded on a ${resource.name}. ${advice}`, {
    position: segment.at,
    found: name,
    expected: names,
    nearest,
  })
}

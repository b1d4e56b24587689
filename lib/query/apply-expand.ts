import { evaluate } from './evaluate'
import type { ExpandNode, ExpandTree } from './expand'

type Row = Record<string, unknown>

/**
 * Gives the answers' own shape of the resources with these ids, as fresh objects; ids that do not exist, or that the
 * reader may not see, are simply missing. Called once per level and field with distinct ids.
 */
export type ExpandLoader = (ids: string[]) => Promise<Map<string, Row>>

export type ExpandLoaders = Record<string, ExpandLoader>

/**
 * Replaces references in already shaped answers, in place (spec nodeblocks 5.3). A to-one reference becomes the loaded
 * object, or null when it is missing or its filter does not hold; a to-many reference keeps the members that are there
 * and match; `into` references keep the member and add the loaded object. One loader call per level and field.
 */
export async function applyExpand(rows: readonly object[], tree: ExpandTree, loaders: ExpandLoaders): Promise<void> {
  for (const node of tree) {
    const places = rows.flatMap((row) => placesOf(row as Row, node))
    const ids = [...new Set(places.flatMap((place) => place.ids).filter((id) => id !== undefined))]
    const found = ids.length === 0 ? new Map<string, Row>() : await load(loaders, node, ids)
    const kept = new Map([...found].filter(([, object]) => !node.filter || evaluate(node.filter, object)))
    // Inner references first: a scoped filter has already looked at the object as it is without them.
    if (node.children.length > 0) await applyExpand([...kept.values()], node.children, loaders)
    for (const place of places) place.put(kept)
  }
}

function load(loaders: ExpandLoaders, node: ExpandNode, ids: string[]): Promise<Map<string, Row>> {
  const loader = loaders[node.expansion.resource]
  if (!loader) throw new Error(`No loader for ${node.expansion.resource}, which ${node.path} leads to.`)
  return loader(ids)
}

type Place = { ids: (string | undefined)[]; put(found: Map<string, Row>): void }

function placesOf(row: Row, { path, expansion, filter }: ExpandNode): Place[] {
  const names = path.split('.')
  const key = names.pop()!
  return holdersOf(row, names).map((holder) => {
    if (!expansion.many) {
      const id = idOf(expansion.from ? holder[expansion.from] : holder[key])
      return { ids: [id], put: (found) => put(holder, key, id === undefined ? null : (found.get(id) ?? null)) }
    }
    const members = Array.isArray(holder[key]) ? (holder[key] as unknown[]) : []
    const ids = members.map((member) => idOf(expansion.from ? (member as Row)[expansion.from] : member))
    return {
      ids,
      put(found) {
        const loaded = ids.map((id) => (id === undefined ? undefined : found.get(id)))
        if (expansion.into) {
          const whole = members.map((member, index) => ({
            ...(member as Row),
            [expansion.into!]: loaded[index] ?? null,
          }))
          holder[key] = filter ? whole.filter((_, index) => loaded[index]) : whole
        } else {
          holder[key] = loaded.filter((object) => object !== undefined)
        }
      },
    }
  })
}

function put(holder: Row, key: string, value: unknown): void {
  holder[key] = value
}

/** The objects that hold the reference: containers are entered, arrays spread. */
function holdersOf(row: Row, names: string[]): Row[] {
  let holders: unknown[] = [row]
  for (const name of names) holders = holders.flatMap((holder) => (isRow(holder) ? holder[name] : []))
  return holders.filter(isRow)
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A reference is an id, or an object that carries one beside its `uri`. */
function idOf(reference: unknown): string | undefined {
  if (typeof reference === 'string') return reference
  if (isRow(reference) && typeof reference.id === 'string') return reference.id
  return undefined
}

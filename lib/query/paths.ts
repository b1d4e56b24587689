import type { Field, Resource } from '@/lib/resources/resource'
import type { FieldRef } from './checked'

const own = <T>(record: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

/** Applies aliases of whole paths and of leading segments until none fits. */
export function canonicalPath(path: string, aliases: Record<string, string>): string {
  let current = path
  // Aliases may build on each other (`items.productId`), but a definition that loops must not hang.
  for (let round = 0; round < 8; round++) {
    const next = own(aliases, current) ?? replaceLeading(current, aliases)
    if (next === undefined || next === current) return current
    current = next
  }
  return current
}

function replaceLeading(path: string, aliases: Record<string, string>): string | undefined {
  for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
    const target = own(aliases, path.slice(0, dot))
    if (target !== undefined) return target + path.slice(dot)
  }
  return undefined
}

/** Finds what a path means, or undefined for an unknown name. Only own keys of the definition count. */
export function findField(resource: Resource, path: string): { ref: FieldRef; field: Field } | undefined {
  const canonical = canonicalPath(path, resource.aliases)
  const exact = own(resource.fields, canonical)
  if (exact) return { ref: refOf(resource, canonical, exact), field: exact }
  for (let dot = canonical.lastIndexOf('.'); dot > 0; dot = canonical.lastIndexOf('.', dot - 1)) {
    const parent = canonical.slice(0, dot)
    const field = own(resource.fields, parent)
    if (field?.type === 'open') {
      return { ref: { ...refOf(resource, parent, field), below: canonical.slice(dot + 1).split('.') }, field }
    }
  }
  return undefined
}

function refOf(resource: Resource, path: string, field: Field): FieldRef {
  const list = resource.lists.find((name) => path === name || path.startsWith(`${name}.`))
  return list === undefined ? { path, type: field.type } : { path, type: field.type, list }
}

/** Every name a filter may use, aliases of whole paths included, for error messages. */
export function filterNames(resource: Resource): string[] {
  const names = Object.entries(resource.fields).filter(([, field]) => field.filterable !== false)
  return [
    ...names.map(([path, field]) => (field.type === 'open' ? `${path}.<name>` : path)),
    ...Object.keys(resource.aliases),
  ]
}

/** Scalar fields outside lists (spec nodeblocks 5.1: "Sorting is allowed on the scalar, non-array names"). */
export function isSortable(resource: Resource, path: string): boolean {
  const found = findField(resource, path)
  return (
    found !== undefined && found.field.type !== 'open' && found.field.sortable !== false && found.ref.list === undefined
  )
}

export const sortNames = (resource: Resource): string[] =>
  Object.keys(resource.fields).filter((path) => isSortable(resource, path))

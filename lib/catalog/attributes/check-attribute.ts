import { inArray } from 'drizzle-orm'
import type { Reader } from '@/db'
import { categories } from '@/db/schema'
import { badArgument, type ErrorDetail } from '@/lib/errors'
import type { Attribute } from './attribute'

type Definition = Pick<Attribute, 'type' | 'items' | 'itemGroups' | 'categoryIds'>

/**
 * Checks that an attribute's parts fit together: items only where one chooses, keys once, groups and categories that are
 * there (spec nodeblocks 4.7 and 8).
 * @throws AppError BadArgument naming each place that is wrong
 */
export async function checkAttribute(db: Reader, { type, items, itemGroups, categoryIds }: Definition): Promise<void> {
  const details: ErrorDetail[] = []
  const hasItems = type === 'Select' || type === 'MultiSelect'
  for (const [target, list] of [['items', items] as const, ['itemGroups', itemGroups] as const]) {
    if (!hasItems && list.length > 0) {
      const message = `\`${target}\` goes with Select and MultiSelect; this attribute is ${type}.`
      details.push({ code: 'NotAllowed', target, message })
    }
    for (const [i, { key }] of list.entries()) {
      if (list.findIndex((other) => other.key === key) < i) {
        details.push({ code: 'Duplicate', target: `${target}.${i}.key`, message: `The key ${key} is used twice.` })
      }
    }
  }
  const groups = new Set(itemGroups.map(({ key }) => key))
  for (const [i, { groupName }] of items.entries()) {
    if (groupName === undefined || groups.has(groupName)) continue
    const message = `There is no item group with the key ${groupName}.`
    details.push({ code: 'UnknownReference', target: `items.${i}.groupName`, message })
  }
  const named = [
    ...categoryIds.map((id, i) => ({ id, target: `categoryIds.${i}` })),
    ...itemGroups.flatMap((group, g) =>
      (group.categoryIds ?? []).map((id, i) => ({ id, target: `itemGroups.${g}.categoryIds.${i}` })),
    ),
  ]
  const ids = [...new Set(named.map(({ id }) => id))]
  const rows =
    ids.length === 0 ? [] : await db.select({ id: categories.id }).from(categories).where(inArray(categories.id, ids))
  const known = new Set(rows.map(({ id }) => id))
  for (const { id, target } of named) {
    if (known.has(id)) continue
    details.push({ code: 'UnknownReference', target, message: `There is no category with the id ${id}.` })
  }
  if (details.length > 0) throw badArgument('RequestBody', details[0]!.message, details.slice(0, 50))
}

import type { Attribute, AttributeItem, AttributePatch, AttributeType, ItemGroup } from '@/lib/client/attributes'
import { readValue, writeValue } from '@/lib/client/json-text'
import { trimEndsOf } from '@/lib/trim-ends'

/** Rows of a list that is being written; `row` tells them apart while their keys are still empty. */
export type ItemRow = Required<AttributeItem> & { row: number }
export type GroupRow = Required<ItemGroup> & { row: number }

/** An attribute as its form holds it. */
export type Fields = {
  name: string
  type: AttributeType
  order: number | ''
  groupName: string
  categoryIds: string[]
  items: ItemRow[]
  itemGroups: GroupRow[]
  customFields: { name: string; text: string }[]
}

export const emptyFields: Fields = {
  name: '',
  type: 'Select',
  order: 0,
  groupName: '',
  categoryIds: [],
  items: [],
  itemGroups: [],
  customFields: [],
}

export const hasItems = (type: AttributeType) => type === 'Select' || type === 'MultiSelect'

export const fieldsOf = (attribute: Attribute): Fields => ({
  name: attribute.name,
  type: attribute.type,
  order: attribute.order,
  groupName: attribute.groupName ?? '',
  categoryIds: attribute.categoryIds,
  items: attribute.items.map((item, row) => ({
    row,
    key: item.key,
    value: item.value,
    groupName: item.groupName ?? '',
  })),
  itemGroups: attribute.itemGroups.map((group, row) => ({
    row,
    key: group.key,
    value: group.value,
    categoryIds: group.categoryIds ?? [],
  })),
  customFields: Object.entries(attribute.customFields).map(([name, value]) => ({ name, text: writeValue(value) })),
})

/** The fields in the API's words; options go with the types that have them alone. */
export function bodyOf(fields: Fields): Required<Omit<AttributePatch, 'groupName'>> & { groupName: string | null } {
  const withItems = hasItems(fields.type)
  return {
    name: fields.name.trim(),
    type: fields.type,
    order: Number(fields.order),
    groupName: fields.groupName.trim() || null,
    categoryIds: fields.categoryIds,
    items: withItems
      ? fields.items.map(({ key, value, groupName }) => ({
          key: key.trim(),
          value: value.trim(),
          ...(groupName ? { groupName } : {}),
        }))
      : [],
    itemGroups: withItems
      ? fields.itemGroups.map(({ key, value, categoryIds }) => ({
          key: key.trim(),
          value: value.trim(),
          ...(categoryIds.length > 0 ? { categoryIds } : {}),
        }))
      : [],
    customFields: Object.fromEntries(
      fields.customFields.filter(({ name }) => name.trim()).map(({ name, text }) => [name.trim(), readValue(text)]),
    ),
  }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** What differs from what the server holds; a custom field that is gone becomes null, which deletes it. */
export function patchOf(fields: Fields, stored: Attribute): AttributePatch {
  const next = bodyOf(fields)
  const before = bodyOf(fieldsOf(stored))
  const patch = Object.fromEntries(
    Object.entries(next).filter(
      ([name, value]) => name !== 'customFields' && !same(value, before[name as keyof typeof before]),
    ),
  ) as AttributePatch
  const custom: Record<string, unknown> = {}
  for (const name of Object.keys(before.customFields)) if (!(name in next.customFields)) custom[name] = null
  for (const [name, value] of Object.entries(next.customFields)) {
    if (!same(value, before.customFields[name])) custom[name] = value
  }
  return Object.keys(custom).length > 0 ? { ...patch, customFields: custom } : patch
}

export type FieldProblem = 'missing' | 'twice' | 'number' | 'group'

/** What is wrong, by place: `name`, `items.3.key`. */
export function problemsOf(fields: Fields): Record<string, FieldProblem> {
  const problems: Record<string, FieldProblem> = {}
  if (fields.name.trim() === '') problems.name = 'missing'
  if (fields.order === '') problems.order = 'number'
  if (hasItems(fields.type)) {
    for (const list of ['items', 'itemGroups'] as const) {
      const keys = fields[list].map(({ key }) => key.trim())
      keys.forEach((key, at) => {
        if (key === '') problems[`${list}.${at}.key`] = 'missing'
        else if (keys.indexOf(key) < at) problems[`${list}.${at}.key`] = 'twice'
      })
    }
    const groups = new Set(fields.itemGroups.map(({ key }) => key.trim()))
    fields.items.forEach(({ groupName }, at) => {
      if (groupName && !groups.has(groupName)) problems[`items.${at}.groupName`] = 'group'
    })
  }
  const names = fields.customFields.map(({ name }) => name.trim())
  names.forEach((name, at) => {
    if (name === '' && fields.customFields[at]!.text.trim() !== '') problems[`customFields.${at}.name`] = 'missing'
    else if (name !== '' && names.indexOf(name) < at) problems[`customFields.${at}.name`] = 'twice'
  })
  return problems
}

/** A key made from a value: `Navy blue` → `navy-blue`. Japanese stays as it is; taken ones get a number. */
export function keyFrom(value: string, taken: readonly string[]): string {
  const dashed = value
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s/,.]+/g, '-')
  const plain = trimEndsOf(dashed, '-').slice(0, 200)
  if (plain === '' || !taken.includes(plain)) return plain
  for (let n = 2; ; n++) if (!taken.includes(`${plain}-${n}`)) return `${plain}-${n}`
}

/** A pasted list: one option a line; a tab parts the key from the value. */
export function readPasted(text: string, taken: readonly string[]): { key: string; value: string }[] {
  const keys = [...taken]
  return text.split(/\r?\n/).flatMap((line) => {
    const [first = '', second] = line.split('\t').map((part) => part.trim())
    const value = second ?? first
    if (value === '' && first === '') return []
    const key = second !== undefined && first !== '' ? first : keyFrom(value, keys)
    keys.push(key)
    return [{ key, value }]
  })
}

import type { AttributeValue } from '@/lib/catalog/products/product'

type Definition = { name: string; type: string; items: readonly { key: string }[] }

/** What is wrong with a product's value for an attribute (spec nodeblocks 8); undefined when it fits. */
export function valueProblem({ name, type, items }: Definition, value: AttributeValue['value']): string | undefined {
  const keys = items.map(({ key }) => key)
  switch (type) {
    case 'Boolean':
      return typeof value === 'boolean' ? undefined : `${name} takes true or false.`
    case 'Number':
      return typeof value === 'number' ? undefined : `${name} takes a number.`
    case 'Text':
      return typeof value === 'string' ? undefined : `${name} takes text.`
    case 'Select':
      if (typeof value === 'string' && keys.includes(value)) return undefined
      return `${name} takes one of ${keys.join(', ') || 'no value, because it has no items'}.`
    default:
      if (Array.isArray(value) && value.every((key) => keys.includes(key))) return undefined
      return `${name} takes a list of ${keys.join(', ') || 'nothing, because it has no items'}.`
  }
}

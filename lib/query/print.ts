import type { FilterTree, Literal } from './tree'

/**
 * Writes a tree as `$filter` text in one canonical spelling; `parseFilter(printFilter(tree))` is the same tree again,
 * positions aside. `and`/`or` nodes need at least two members, lists at least one.
 */
export function printFilter(tree: FilterTree): string {
  switch (tree.kind) {
    case 'and':
    case 'or':
      return tree.nodes
        .map((node) => (node.kind === 'and' || node.kind === 'or' ? `(${printFilter(node)})` : printFilter(node)))
        .join(` ${tree.kind} `)
    case 'not':
      return `not (${printFilter(tree.node)})`
    case 'compare':
      return tree.operator === 'startswith' || tree.operator === 'endswith'
        ? `${tree.operator}(${tree.path}, ${printLiteral(tree.value)})`
        : `${tree.path} ${tree.operator} ${printLiteral(tree.value)}`
    case 'in':
      return `${tree.path} in (${tree.values.map(printLiteral).join(', ')})`
    case 'present':
      return `${tree.path} pr`
  }
}

export function printLiteral(literal: Literal): string {
  switch (literal.type) {
    case 'string':
      return printText(literal.value)
    case 'number':
      return printNumber(literal.value)
    case 'boolean':
      return String(literal.value)
    case 'null':
      return 'null'
    case 'date':
      return literal.value
  }
}

export const printText = (text: string) => `'${text.replaceAll("'", "''")}'`

/** The grammar has no exponents, so `1e-7` is written out. */
export function printNumber(value: number): string {
  const [mantissa, exponentText] = String(value).split('e')
  if (exponentText === undefined) return mantissa!
  const exponent = Number(exponentText)
  const sign = mantissa!.startsWith('-') ? '-' : ''
  const [whole, fraction = ''] = mantissa!.replace('-', '').split('.')
  const digits = whole! + fraction
  const point = whole!.length + exponent
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return `${sign}${digits.padEnd(point, '0')}`
}

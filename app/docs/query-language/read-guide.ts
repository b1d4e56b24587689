/** One request that can be run: which list, and its parameters as they are written, not encoded. */
export type GuideExample = {
  list: 'orders' | 'products'
  parameters: string
  /** The answer is meant to be a 400. */
  refused: boolean
}

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; id: string }
  | { kind: 'text'; text: string }
  | { kind: 'table'; head: string[]; rows: string[][] }
  | { kind: 'code'; text: string }
  | ({ kind: 'example' } & GuideExample)
  | { kind: 'fields'; resource: string }

const idOf = (heading: string) => heading.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
const cellsOf = (line: string) =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())

function fenced(language: string, text: string): Block {
  const [list, mode] = language.split(' ')
  if (list !== 'orders' && list !== 'products') return { kind: 'code', text }
  return { kind: 'example', list, parameters: text, refused: mode === 'refused' }
}

/**
 * Reads docs/query-language.md: headings, paragraphs, tables, code, and what is ours in it. A fence called `orders` or
 * `products` is a request, one parameter to a line; `<!-- fields: order -->` stands for a table of a resource's fields.
 */
export function readGuide(markdown: string): Block[] {
  const blocks: Block[] = []
  const lines = markdown.split('\n')
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!
    const until = (ends: (line: string) => boolean) => {
      const begin = at
      while (at < lines.length && !ends(lines[at]!)) at++
      return lines.slice(begin, at)
    }
    const heading = /^(#{1,3}) (.+)$/.exec(line)
    const fields = /^<!-- fields: (\w+) -->$/.exec(line)
    if (line === '') {
      at++
    } else if (heading) {
      const text = heading[2]!
      blocks.push({ kind: 'heading', level: heading[1]!.length as 1 | 2 | 3, text, id: idOf(text) })
      at++
    } else if (fields) {
      blocks.push({ kind: 'fields', resource: fields[1]! })
      at++
    } else if (line.startsWith('```')) {
      at++
      const text = until((each) => each === '```').join('\n')
      blocks.push(fenced(line.slice(3), text))
      at++
    } else if (line.startsWith('|')) {
      const [head, , ...rows] = until((each) => !each.startsWith('|')).map(cellsOf)
      blocks.push({ kind: 'table', head: head!, rows })
    } else {
      blocks.push({ kind: 'text', text: until((each) => each === '').join(' ') })
    }
  }
  return blocks
}

/** The query string of an example, as a browser would write it but with readable `$`. */
export function queryStringOf(parameters: string): string {
  const pairs = parameters
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const at = line.indexOf('=')
      return at < 0 ? [line, ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()]
    })
  return new URLSearchParams(pairs).toString().replaceAll('%24', '$')
}

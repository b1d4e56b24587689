import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkSync, type Diagnostics } from 'recheck'
import ts from 'typescript'
import { expect, test } from 'vitest'

// Of recheck only its JavaScript is used; package.json puts a small package in the place of 30 MB of binaries.
process.env.RECHECK_BACKEND = 'pure'

type Expression = { source: string; flags: string; places: string[] }

const folders = ['app', 'components', 'db', 'lib', 'scripts']
const atTop = readdirSync('.').filter((name) => /\.(ts|mjs)$/.test(name))

const files = [
  ...atTop,
  ...folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((path) => /\.(tsx?|mjs)$/.test(path)),
].filter((path) => !/\.test\.tsx?$/.test(path))

/** The text of a constant: a literal, or such texts joined by `+`. */
function constantText(node: ts.Expression | undefined): string | undefined {
  if (!node) return undefined
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [constantText(node.left), constantText(node.right)]
    return left === undefined || right === undefined ? undefined : left + right
  }
  // `String.raw` without substitutions.
  if (ts.isTaggedTemplateExpression(node) && ts.isNoSubstitutionTemplateLiteral(node.template)) {
    return node.template.rawText
  }
  return undefined
}

/** A regular expression as it is written: a literal, or `RegExp(…)` of constants; undefined for anything else. */
function expressionOf(node: ts.Node): { source: string; flags: string } | 'made at run time' | undefined {
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf('/')
    return { source: node.text.slice(1, end), flags: node.text.slice(end + 1) }
  }
  const calls = ts.isNewExpression(node) || ts.isCallExpression(node)
  if (!calls || !ts.isIdentifier(node.expression) || node.expression.text !== 'RegExp') return undefined
  const [pattern, flags] = node.arguments ?? []
  const source = constantText(pattern)
  const given = flags ? constantText(flags) : ''
  return source === undefined || given === undefined ? 'made at run time' : { source, flags: given }
}

function readExpressions(): { constant: Expression[]; made: string[] } {
  const constant = new Map<string, Expression>()
  const made: string[] = []
  for (const path of files) {
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
    const visit = (node: ts.Node) => {
      const found = expressionOf(node)
      const place = () => `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
      if (found === 'made at run time') made.push(place())
      else if (found) {
        const key = `/${found.source}/${found.flags}`
        const entry = constant.get(key) ?? { ...found, places: [] }
        constant.set(key, { ...entry, places: [...entry.places, place()] })
      }
      ts.forEachChild(node, visit)
    }
    visit(file)
  }
  return { constant: [...constant.values()], made }
}

const { constant, made } = readExpressions()

/** What is wrong with an expression; undefined when its time grows no faster than its input. */
function problemOf(result: Diagnostics): string | undefined {
  if (result.status === 'safe') return undefined
  return result.status === 'vulnerable' ? result.complexity.summary : `not decided (${result.error.kind})`
}

/** A sticky expression is tried at one place only, as one that is tied to the beginning is. */
const tied = ({ source, flags }: { source: string; flags: string }): [string, string] =>
  flags.includes('y') ? [`^(?:${source})`, flags.replace('y', '')] : [source, flags]

test('every regular expression in the source takes time linear in its input', { timeout: 300_000 }, () => {
  expect(constant.length).toBeGreaterThan(20)
  const slow = constant.flatMap(({ places, ...expression }) => {
    const { source, flags } = expression
    const problem = problemOf(checkSync(...tied(expression), { timeout: 60_000, randomSeed: 1 }))
    return problem ? [`${places.join(', ')}  /${source}/${flags}  ${problem}`] : []
  })
  expect(slow).toEqual([])
})

test('no regular expression is put together while the program runs', () => {
  expect(made).toEqual([])
})

test('the check finds what is slow', () => {
  expect(problemOf(checkSync('^(a+)+$', ''))).toBe('exponential')
  expect(problemOf(checkSync('^\\s*(.*)\\s*$', ''))).toMatch(/polynomial/)
})

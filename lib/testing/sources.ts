import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'

const root = process.cwd()

export type Import = {
  /** As written, e.g. `@/lib/errors`. */
  specifier: string
  /** Path from the root of the file it means, e.g. `lib/errors.ts`; the package's name for anything not ours. */
  target: string
  /** Whether it vanishes when compiled. */
  typeOnly: boolean
}

export type Source = {
  /** Path from the root, e.g. `lib/errors.ts`. */
  path: string
  text: string
  imports: Import[]
  /** Whether the file only gathers what several others export. */
  isBarrel: boolean
}

/** Reads every TypeScript file below the folders, tests aside. */
export function readSources(folders: string[]): Source[] {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .sort()
    .map(readSource)
}

function readSource(path: string): Source {
  const text = readFileSync(path, 'utf8')
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest)
  const imports: Import[] = []

  const add = (specifier: ts.Node, typeOnly: boolean) => {
    if (!ts.isStringLiteralLike(specifier)) return
    imports.push({ specifier: specifier.text, target: resolveImport(path, specifier.text), typeOnly })
  }
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause))
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0])
      add(node.arguments[0], false)
    ts.forEachChild(node, visit)
  }
  visit(file)

  const isBarrel =
    file.statements.length > 1 &&
    file.statements.every((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined)
  return { path, text, imports, isBarrel }
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const named = clause.namedBindings
  return !clause.name && !!named && ts.isNamedImports(named) && named.elements.every((element) => element.isTypeOnly)
}

function resolveImport(from: string, specifier: string): string {
  if (!specifier.startsWith('@/') && !specifier.startsWith('.')) return specifier
  const base = specifier.startsWith('@/') ? resolve(root, specifier.slice(2)) : resolve(dirname(from), specifier)
  const candidates = [base, `${base}.ts`, `${base}.tsx`, join(base, 'index.ts'), join(base, 'index.tsx')]
  const found = candidates.find((path) => existsSync(path) && statSync(path).isFile())
  return relative(root, found ?? base)
}

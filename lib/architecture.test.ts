import { expect, test } from 'vitest'
import { readSources, type Source } from './testing/sources'

const sources = readSources(['app', 'components', 'db', 'lib']).filter(({ path }) => !path.startsWith('lib/testing/'))
const byPath = new Map(sources.map((source) => [source.path, source]))
const isOurs = (target: string) => /^(app|components|db|lib|scripts|e2e)\//.test(target)

/** The files at the top of lib/ mean the same everywhere, browser included; they import only each other. */
const top = '@top'
const domain = '@domain'
const notDomain = ['api', 'auth', 'client', 'http', 'query', 'resources', 'testing']

type Layer = {
  /** The layer's files: the first layer whose prefix fits. */
  files: string
  /** Prefixes it may import, or `@domain` for the domain folders of lib/. The top of lib/ is open to all but db/. */
  may: string[]
  /** Prefixes of which it may import types. */
  types?: string[]
}

/** Who may import whom. A layer may always import itself. */
const layers: Layer[] = [
  // How texts are folded for searching is said once, for the engines, the query language and the screens.
  { files: 'db/', may: ['lib/fold'] },
  { files: top, may: [] },
  { files: 'components/', may: ['lib/client/', 'lib/resources/', 'lib/query/url'] },
  { files: 'lib/client/', may: ['lib/resources/', 'lib/query/url'], types: ['lib/api/'] },
  { files: 'lib/resources/', may: [] },
  { files: 'lib/query/', may: ['lib/resources/', 'db/'] },
  { files: 'lib/auth/', may: ['db/', 'lib/query/', 'lib/resources/', domain], types: ['db/'] },
  { files: 'lib/http/', may: ['lib/auth/', 'lib/query/', 'lib/resources/', 'db/', domain] },
  { files: 'lib/api/', may: ['lib/auth/', 'lib/http/', 'lib/query/', 'lib/resources/', domain], types: ['db/'] },
  { files: 'app/', may: ['components/', 'lib/'] },
  { files: domain, may: ['db/', 'lib/auth/actor', 'lib/query/', 'lib/resources/', domain], types: ['db/'] },
]

const isTop = (path: string) => /^lib\/[\w-]+\.ts$/.test(path)
const isDomain = (path: string) => /^lib\/[\w-]+\//.test(path) && !notDomain.includes(path.split('/')[1]!)
const fits = (path: string, prefix: string) =>
  prefix === domain ? isDomain(path) : prefix === top ? isTop(path) : path.startsWith(prefix)
const layerOf = (path: string) => layers.find((layer) => fits(path, layer.files))

test('files import only from the layers below their own', () => {
  const broken = sources.flatMap(({ path, imports }) => {
    const layer = layerOf(path)
    if (!layer) return []
    const allowed = [layer.files, ...layer.may, ...(layer.files === 'db/' ? [] : [top])]
    return imports
      .filter(({ target }) => isOurs(target))
      .filter(({ target, typeOnly }) => {
        const prefixes = typeOnly ? [...allowed, ...(layer.types ?? [])] : allowed
        return !prefixes.some((prefix) => fits(target, prefix))
      })
      .map(({ specifier, typeOnly }) => `${path} imports ${typeOnly ? 'types of ' : ''}${specifier}`)
  })
  expect(broken).toEqual([])
})

test('what the browser loads reaches no database, no server library and no secret', () => {
  const serverOnly = /^(node:|db\/|lib\/(auth|http|api)\/|drizzle-orm|pino|next\/(server|headers)|next-auth$)/
  const begins = sources.filter(
    ({ path, text }) => /^(components|lib\/client)\//.test(path) || text.startsWith("'use client'"),
  )
  const broken = new Set<string>()
  const seen = new Set<string>()
  const follow = (source: Source) => {
    if (seen.has(source.path)) return
    seen.add(source.path)
    for (const { target, typeOnly } of source.imports) {
      if (typeOnly) continue
      if (serverOnly.test(target)) broken.add(`${source.path} imports ${target}`)
      const next = byPath.get(target)
      if (next) follow(next)
    }
  }
  begins.forEach(follow)
  expect([...broken]).toEqual([])
})

test('pages and routes hold no SQL', () => {
  const broken = sources.filter(
    ({ path, imports }) => path.startsWith('app/') && imports.some(({ target }) => /^(drizzle-orm|db\/)/.test(target)),
  )
  expect(broken.map(({ path }) => path)).toEqual([])
})

test('only db/dialect names a database engine', () => {
  const names = /\b(better-)?(sqlite3?|postgres(ql)?|pg(-core)?|libsql)\b/i
  const mayName = /^db\/(dialect\/|drizzle\.\w+\.config\.ts$)/
  const broken = sources
    .filter(({ path }) => !mayName.test(path))
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) => (names.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
    )
  expect(broken).toEqual([])
})

test('a table is written by one domain folder', () => {
  const writers = new Map<string, Set<string>>()
  for (const { path, text, imports } of sources) {
    if (path.startsWith('db/') || !imports.some(({ target }) => target.startsWith('db/schema/'))) continue
    for (const [, table] of text.matchAll(/(?:\.(?:insert|update|delete)\(|insertRows\(\s*tx,)\s*([a-z]\w*)\s*[),]/g)) {
      writers.set(table!, (writers.get(table!) ?? new Set()).add(path.split('/').slice(0, 2).join('/')))
    }
  }
  const shared = [...writers].filter(([, folders]) => folders.size > 1).map(([table, folders]) => [table, ...folders])
  expect(shared).toEqual([])
})

test('there is no barrel but the schema', () => {
  expect(sources.filter(({ isBarrel }) => isBarrel).map(({ path }) => path)).toEqual(['db/schema/index.ts'])
})

test('imports are written one way: `@/…` across folders, `./x` within one', () => {
  const broken = sources.flatMap(({ path, imports }) =>
    imports
      .filter(({ specifier }) => specifier.startsWith('../') && !path.startsWith('db/'))
      .map(({ specifier }) => `${path} imports ${specifier}`),
  )
  expect(broken).toEqual([])
})

test('every import of ours means a file that is there', () => {
  const broken = sources.flatMap(({ path, imports }) =>
    imports
      .filter(({ target }) => isOurs(target) && !/\.\w+$/.test(target))
      .map(({ specifier }) => `${path} imports ${specifier}`),
  )
  expect(broken).toEqual([])
})

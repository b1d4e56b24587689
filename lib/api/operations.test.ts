import { getPathMatch } from 'next/dist/shared/lib/router/utils/path-match'
import { beforeAll, describe, expect, test } from 'vitest'
import type { AnyOperation } from '@/lib/http/operation'
import { allHandlers, call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { unusedId } from '@/lib/testing/people'
import nextConfig from '@/next.config.mjs'
import { apiDocuments } from './documents'

const registered = apiDocuments.flatMap((document) => document.operations)
const handlers = await allHandlers()

/** `/products/{productId}:copy` is served from the folder `products/[productId]/copy`. */
const folderOf = (path: string) =>
  `/app/api${path
    .replace(/:(\w+)$/, '/$1')
    .replaceAll('{', '[')
    .replaceAll('}', ']')}/route.ts`
const pathsOf = (operation: AnyOperation) => [operation.path, ...(operation.aliases ?? [])]
const repeated = (names: string[]) => names.filter((name, i) => names.indexOf(name) !== i)

beforeAll(async () => {
  await testDatabase()
})

describe('operations and route files', () => {
  test('every vocabulary with operations has a document', () => {
    const folders = Object.keys(import.meta.glob('./*/operations.ts'))
    expect(apiDocuments).toHaveLength(folders.length)
  })

  test('every handler serves a registered operation, and every operation has a handler', () => {
    const known = new Set(registered)
    expect(handlers.filter(({ operation }) => !known.has(operation)).map(({ file }) => file)).toEqual([])
    const served = new Set(handlers.map(({ operation }) => operation))
    expect(registered.filter((operation) => !served.has(operation)).map(({ id }) => id)).toEqual([])
  })

  test('every path of an operation is the path of a file that exports its method', () => {
    const exported = new Set(handlers.map(({ file, method, operation }) => `${operation.id} ${method} ${file}`))
    const wanted = registered.flatMap((operation) =>
      pathsOf(operation).map((path) => `${operation.id} ${operation.method} ${folderOf(path)}`),
    )
    expect([...exported].sort()).toEqual(wanted.sort())
  })

  test('ids are unique within a document, addresses altogether', () => {
    for (const { operations } of apiDocuments) expect(repeated(operations.map(({ id }) => id))).toEqual([])
    const addresses = registered.flatMap((operation) =>
      pathsOf(operation).map((path) => `${operation.method} ${path.replaceAll(/\{\w+\}/g, '{}')}`),
    )
    expect(repeated(addresses)).toEqual([])
  })
})

const rewrites = (await nextConfig.rewrites!()) as { beforeFiles: { source: string; destination: string }[] }

/** What the rewrites of next.config.mjs make of a path, by the matcher that Next uses. */
function rewritten(path: string): string {
  for (const { source, destination } of rewrites.beforeFiles) {
    const values = getPathMatch(source, { removeUnnamedParams: true, strict: true })(path)
    if (values) return destination.replaceAll(/:(\w+)/g, (_, name: string) => values[name])
  }
  return path
}

describe('paths with a colon', () => {
  const colons = registered.flatMap((operation) =>
    pathsOf(operation)
      .filter((path) => path.includes(':'))
      .map((path) => ({ method: operation.method, path, address: `/api${path.replaceAll(/\{\w+\}/g, unusedId())}` })),
  )

  test.each(colons)(
    '$method $path is found with either spelling, and not without a colon',
    async ({ method, path, address }) => {
      const folder = `/api${path.replace(/:(\w+)$/, '/$1')}`.replaceAll(/\{\w+\}/g, unusedId())
      for (const spelling of [':', '%3A', '%3a']) {
        const spelled = address.replace(/:(?=\w+$)/, spelling)
        expect(rewritten(spelled)).toBe(folder)
        const answer = await call(method, spelled)
        expect(answer.body?.target, spelled).not.toBe('Route')
        expect(answer.status, spelled).not.toBe(405)
      }
      expect(rewritten(folder)).toBe(folder)
      const plain = await call(method, folder)
      expect(plain.status).toBe(404)
      expect(plain.body.target).toBe('Route')
    },
  )
})

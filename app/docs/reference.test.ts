import { readFileSync } from 'node:fs'
import { NextRequest } from 'next/server'
import { describe, expect, test } from 'vitest'
import { apiDocuments } from '@/lib/api/documents'
import { GET as readFile } from './files/[name]/route'
import { addressOf, packagedFiles } from './packaged-files'
import { referenceStyle } from './reference-style'
import { GET } from './route'

const page = async () =>
  (await GET(new NextRequest('http://localhost/docs', { headers: { 'x-nonce': 'abc+/=' } }))).text()

const file = (address: string) => {
  const url = new URL(address, 'http://localhost')
  return readFile(new Request(url), { params: Promise.resolve({ name: url.pathname.split('/').at(-1)! }) })
}

describe('the reference page', () => {
  test('lists every document', async () => {
    const html = await page()
    for (const { path, title } of apiDocuments) {
      expect(html).toContain(`"url":"${path}"`)
      expect(html).toContain(`"title":"${title}"`)
    }
  })

  test('needs nothing but our own origin', async () => {
    expect([...(await page()).matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address)).toSatisfy(
      (addresses: string[]) => addresses.length > 3 && addresses.every((address) => /^\/(?!\/)/.test(address)),
    )
    expect(await page()).toContain('withDefaultFonts: false')
    expect(await page()).not.toMatch(/https?:\/\//)
  })

  test('every script carries the nonce of this answer', async () => {
    const scripts = (await page()).match(/<script[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(1)
    for (const script of scripts) expect(script).toContain('nonce="abc+/="')
  })

  test('has the colours of the application', () => {
    const own = readFileSync('app/globals.css', 'utf8')
    const declarations = referenceStyle.match(/--od-[\w-]+: #[0-9a-f]{6};/g) ?? []
    expect(declarations.length).toBeGreaterThan(20)
    expect(declarations.filter((declaration) => !own.includes(declaration))).toEqual([])
  })
})

describe('the files of the reference page', () => {
  test.each([...packagedFiles.keys()])('%s may be kept for good under the address of its version', async (name) => {
    const exact = await file(addressOf(name))
    expect(exact.status).toBe(200)
    expect(exact.headers.get('cache-control')).toContain('immutable')
    expect((await exact.arrayBuffer()).byteLength).toBeGreaterThan(10_000)
    const other = await file(`/docs/files/${name}?v=0`)
    expect(other.headers.get('cache-control')).toBe('no-cache')
  })

  test.each(['package.json', '..%2Fpackage.json', 'constructor'])('%s is not among them', async (name) => {
    expect((await file(`/docs/files/${name}`)).status).toBe(404)
  })
})

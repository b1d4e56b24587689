import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { shiftClock } from '@/lib/clock'
import type { Organization } from '@/lib/organizations/organization'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { createKey, createMember, createOrg, createPerson, type Person, unusedId } from '@/lib/testing/people'
import { createItem } from '@/lib/testing/shop'

const folder = mkdtempSync(join(tmpdir(), 'orderdesk-files-'))
process.env.ATTACHMENTS_URL = `file:${folder}`

let shop: Organization
let owner: Person
let admin: Person
let png: Buffer

beforeAll(async () => {
  await testDatabase()
  shop = await createOrg()
  owner = await createMember(shop, 'owner')
  admin = await createPerson({ isSystemAdmin: true })
  png = await picture('red')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let restoreClock = () => {}
afterEach(() => restoreClock())

const picture = (background: string, width = 400, height = 300) =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()

const ask = (length: number, type: string, as: Person = owner, orgId = shop.id) =>
  call(
    'GET',
    `/api/orgs/${orgId}/attachment-upload-url?contentLength=${length}&contentType=${encodeURIComponent(type)}`,
    {
      as,
    },
  )

const put = (url: string, bytes: Uint8Array, headers: Record<string, string> = {}) =>
  call('PUT', url.replace(/^https?:\/\/[^/]+/, ''), {
    body: bytes,
    headers: { 'content-length': String(bytes.length), 'content-type': 'image/png', ...headers },
  })

/** Everything in the storage, unfinished files included. */
const kept = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

async function upload(bytes: Uint8Array, type = 'image/png'): Promise<string> {
  const { body } = await ask(bytes.length, type)
  const answer = await put(body.url, bytes, { 'content-type': type })
  expect(answer.status, answer.text).toBe(200)
  expect(answer.body).toEqual({ objectId: body.objectId, type, size: bytes.length })
  return body.objectId
}

async function attach(bytes: Uint8Array, over: object = {}) {
  const objectId = await upload(bytes)
  const answer = await call('POST', `/api/orgs/${shop.id}/attachments`, {
    as: owner,
    body: { objectId, type: 'image/png', ...over },
  })
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}

const file = (url: string, headers?: Record<string, string>) =>
  call('GET', url.replace('http://localhost:3000', ''), { headers })

describe('a file', () => {
  test('is uploaded to a signed address, registered, listed, shown and deleted', async () => {
    const attachment = await attach(png, { isPublic: true })
    expect(attachment).toMatchObject({
      isPublic: true,
      ownerId: shop.id,
      ownerType: 'organization',
      type: 'image/png',
      size: png.length,
      width: 400,
      height: 300,
    })
    const path = `/api/orgs/${shop.id}/attachments`
    expect((await call('GET', `${path}/${attachment.id}`, { as: owner })).body).toEqual(attachment)
    expect((await call('GET', `${path}?$filter=type eq 'image/png'`, { as: owner })).body.value).toContainEqual(
      attachment,
    )
    expect((await call('GET', '/api/attachments?$top=100', { as: admin })).body.value).toContainEqual(attachment)
    expect((await call('GET', `${path}?$expand=owner`, { as: owner })).status).toBe(400)

    const shown = await file(attachment.url)
    expect(shown.status).toBe(200)
    expect(Buffer.from(shown.bytes).equals(png)).toBe(true)

    const { productId } = await createItem(shop)
    const patched = await call('PATCH', `/api/products/${productId}`, {
      as: owner,
      body: { imageIds: [attachment.id] },
    })
    expect(patched.body.images).toEqual([{ id: attachment.id, type: 'image/png', url: attachment.url }])
    const usage = await call('GET', `${path}/${attachment.id}/usage`, { as: owner })
    expect(usage.body).toMatchObject({ total: 1, value: [{ productId, variantId: null }] })
    const refused = await call('DELETE', `${path}/${attachment.id}`, { as: owner })
    expect(refused.status).toBe(409)
    expect(refused.body.innererror).toEqual({ code: 'AttachmentInUse', places: 1, usage: usage.body.value })

    await call('PATCH', `/api/products/${productId}`, { as: owner, body: { imageIds: [] } })
    expect((await call('DELETE', `${path}/${attachment.id}`, { as: owner })).status).toBe(204)
    expect((await file(attachment.url)).status).toBe(404)
    expect(kept()).toEqual([])
  })

  test('of the same content is stored once and lasts until the last of them goes', async () => {
    const bytes = await picture('blue')
    const [one, two] = [await attach(bytes, { isPublic: true }), await attach(bytes, { isPublic: true })]
    expect(kept()).toHaveLength(1)
    await call('DELETE', `/api/orgs/${shop.id}/attachments/${one.id}`, { as: owner })
    expect((await file(two.url)).status).toBe(200)
    await call('DELETE', `/api/orgs/${shop.id}/attachments/${two.id}`, { as: owner })
    expect(kept()).toEqual([])
  })

  test('that nobody registers is gone after a day', async () => {
    await upload(await picture('grey'))
    expect(kept()).toHaveLength(1)
    restoreClock = shiftClock(25 * 60 * 60 * 1000)
    const other = await upload(await picture('white'))
    expect(kept()).toHaveLength(1)
    const registered = await call('POST', `/api/orgs/${shop.id}/attachments`, {
      as: owner,
      body: { objectId: other, type: 'image/png' },
    })
    await call('DELETE', `/api/orgs/${shop.id}/attachments/${registered.body.id}`, { as: owner })
  })
})

describe('an upload address', () => {
  test('is refused for other types, lengths and organizations', async () => {
    for (const [length, type, target] of [
      [100, 'image/svg+xml', 'contentType'],
      [100, 'text/html', 'contentType'],
      [0, 'image/png', 'contentLength'],
      [10 * 1024 * 1024 + 1, 'image/png', 'contentLength'],
    ] as const) {
      const answer = await ask(length, type)
      expect(answer.status).toBe(400)
      expect(answer.body.details[0].target).toBe(target)
    }
    expect((await ask(10 * 1024 * 1024, 'application/pdf')).status).toBe(200)
    const path = `/api/orgs/${shop.id}/attachment-upload-url`
    for (const query of [
      '',
      '?contentLength=1',
      '?contentType=image/png',
      '?contentLength=-1&contentType=image/png',
      '?contentLength=1.5&contentType=image/png',
    ]) {
      expect((await call('GET', path + query, { as: owner })).status, query).toBe(400)
    }
    const restricted = await createOrg({ status: 'restricted' })
    const theirs = await createMember(restricted, 'owner')
    expect((await ask(100, 'image/png', theirs, restricted.id)).status).toBe(400)
    expect((await ask(100, 'image/png', theirs)).status).toBe(403)
    expect((await ask(100, 'image/png', owner, unusedId())).status).toBe(404)
    const unverified = await createMember(shop, 'admin', { emailVerified: false })
    expect((await ask(100, 'image/png', unverified)).body.innererror.code).toBe('EmailNotVerified')
  })

  test('is good once', async () => {
    const { body } = await ask(png.length, 'image/png')
    expect((await put(body.url, png)).status).toBe(200)
    const again = await put(body.url, png)
    expect(again.status).toBe(403)
    expect(again.body.innererror.code).toBe('UploadUsed')
  })

  test('lasts five minutes', async () => {
    const { body } = await ask(png.length, 'image/png')
    restoreClock = shiftClock(5 * 60 * 1000 + 1)
    const late = await put(body.url, png)
    expect(late.status).toBe(403)
    expect(late.body.innererror.code).toBe('UploadExpired')
  })

  test('cannot be changed', async () => {
    const { body } = await ask(png.length, 'image/png')
    const url = new URL(body.url)
    const other = await createOrg()
    const changed: [string, (url: URL) => void][] = [
      ['length', (u) => u.searchParams.set('length', String(png.length + 1))],
      ['type', (u) => u.searchParams.set('type', 'image/gif')],
      ['html', (u) => u.searchParams.set('type', 'text/html')],
      ['expiry', (u) => u.searchParams.set('expires', String(Number(u.searchParams.get('expires')) + 1))],
      ['signature', (u) => u.searchParams.set('signature', `${u.searchParams.get('signature')!.slice(0, -1)}A`)],
      ['empty signature', (u) => u.searchParams.set('signature', '')],
      ['no signature', (u) => u.searchParams.delete('signature')],
      [
        'owner',
        (u) => {
          u.pathname = u.pathname.replace(shop.id, other.id)
        },
      ],
      [
        'object',
        (u) => {
          u.pathname = u.pathname.replace(body.objectId, unusedId())
        },
      ],
      [
        'path trick',
        (u) => {
          u.pathname = `/api/uploads/${shop.id}/..%2F..%2Fetc%2Fpasswd`
        },
      ],
      [
        'nul',
        (u) => {
          u.pathname = `/api/uploads/${shop.id}/a%00b`
        },
      ],
    ]
    for (const [what, change] of changed) {
      const bad = new URL(url)
      change(bad)
      expect((await put(bad.href, png)).status, what).toBe(403)
    }
    expect((await put(`${url.href}&more=1`, png)).status).toBe(400)
    expect((await put(url.href, png)).status).toBe(200)
  })

  test('takes exactly what was signed, and keeps nothing else', async () => {
    const before = kept()
    const { body } = await ask(png.length, 'image/png')
    const html = Buffer.alloc(png.length, '<script>alert(1)</script> ')
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'.padEnd(png.length))
    const gif = Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(png.length - 6)])
    const damaged = Buffer.concat([png.subarray(0, 16), Buffer.alloc(png.length - 16, 7)])
    const bad: [string, Uint8Array, Record<string, string>][] = [
      ['one byte more', Buffer.concat([png, Buffer.alloc(1)]), {}],
      ['one byte less', png.subarray(0, -1), {}],
      [
        'announced right, one more arrives',
        Buffer.concat([png, Buffer.alloc(1)]),
        { 'content-length': String(png.length) },
      ],
      ['announced right, one less arrives', png.subarray(0, -1), { 'content-length': String(png.length) }],
      ['another type announced', png, { 'content-type': 'image/jpeg' }],
      ['html', html, {}],
      ['svg', svg, {}],
      ['another picture type', gif, {}],
      ['damaged', damaged, {}],
    ]
    for (const [what, bytes, headers] of bad) {
      const answer = await put(body.url, bytes, headers)
      expect(answer.status, `${what}: ${answer.text}`).toBe(400)
      expect(kept(), what).toEqual(before)
    }
    // What was refused has not used the address up.
    expect((await put(body.url, png)).status).toBe(200)
  })

  test('refuses a picture of 50,000 × 50,000 pixels by its header', async () => {
    const before = kept()
    const bomb = pngHeader(50_000, 50_000)
    const { body } = await ask(bomb.length, 'image/png')
    const answer = await put(body.url, bomb)
    expect(answer.status, answer.text).toBe(400)
    expect(answer.body.message).toContain('50000 × 50000')
    expect(kept()).toEqual(before)
  })

  test('takes every kind on the list', async () => {
    const image = sharp(png)
    for (const [type, bytes] of [
      ['image/jpeg', await image.clone().jpeg().toBuffer()],
      ['image/webp', await image.clone().webp().toBuffer()],
      ['image/gif', await image.clone().gif().toBuffer()],
      ['image/avif', await image.clone().avif({ effort: 0 }).toBuffer()],
      ['application/pdf', Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')],
    ] as const) {
      await upload(bytes, type)
    }
  })
})

/** A PNG that promises many pixels in few bytes. */
function pngHeader(width: number, height: number): Buffer {
  const chunk = (type: string, content: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), content])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(content.length)
    const check = Buffer.alloc(4)
    check.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, check])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(100))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('registering', () => {
  test('needs an object uploaded for this organization, of this type, once', async () => {
    const path = `/api/orgs/${shop.id}/attachments`
    const register = (body: object, as = owner, at = path) => call('POST', at, { as, body })
    const never = await register({ objectId: unusedId(), type: 'image/png' })
    expect(never.status).toBe(400)
    expect(never.body.details[0]).toMatchObject({ target: 'objectId', code: 'UnknownReference' })
    const { body: asked } = await ask(png.length, 'image/png')
    expect((await register({ objectId: asked.objectId, type: 'image/png' })).status).toBe(400)

    const objectId = await upload(png)
    const other = await createOrg()
    const stranger = await createMember(other, 'owner')
    expect(
      (await register({ objectId, type: 'image/png' }, stranger, `/api/orgs/${other.id}/attachments`)).status,
    ).toBe(400)
    expect((await register({ objectId, type: 'image/gif' })).status).toBe(400)
    expect((await register({ objectId, type: 'image/png', ownerId: other.id })).status).toBe(400)
    expect((await register({ objectId, type: 'image/png', url: 'http://evil.example/x.png' })).status).toBe(400)
    expect((await register({ objectId, type: 'image/png', ownerId: shop.id })).status).toBe(201)
    expect((await register({ objectId, type: 'image/png' })).status).toBe(409)
  })

  test('and reading is for owners and admins with verified e-mail', async () => {
    const attachment = await attach(png)
    const path = `/api/orgs/${shop.id}/attachments`
    const stranger = await createMember(await createOrg(), 'owner')
    const staff = await createMember(shop, 'member')
    const unverified = await createMember(shop, 'owner', { emailVerified: false })
    for (const [method, url] of [
      ['GET', path],
      ['POST', path],
      ['GET', `${path}/${attachment.id}`],
      ['GET', `${path}/${attachment.id}/usage`],
      ['DELETE', `${path}/${attachment.id}`],
    ] as const) {
      const body = method === 'POST' ? { objectId: unusedId(), type: 'image/png' } : undefined
      expect((await call(method, url, { body })).status, `${method} ${url}`).toBe(401)
      for (const as of [stranger, staff, unverified]) {
        expect((await call(method, url, { body, as })).status, `${method} ${url}`).toBe(403)
      }
    }
    expect((await call('GET', '/api/attachments', { as: owner })).status).toBe(403)
    const reader = await createKey(shop, ['attachments:read'])
    expect((await call('GET', path, { as: reader })).status).toBe(200)
    expect((await call('DELETE', `${path}/${attachment.id}`, { as: reader })).body.innererror.code).toBe('MissingScope')
    const foreign = await createOrg()
    const theirs = await createMember(foreign, 'owner')
    expect((await call('GET', `/api/orgs/${foreign.id}/attachments/${attachment.id}`, { as: theirs })).status).toBe(404)
  })
})

describe('serving', () => {
  test('is safe, cached for good and never opens in the page', async () => {
    const attachment = await attach(png, { isPublic: true })
    const { headers } = await file(attachment.url)
    expect(headers.get('content-type')).toBe('image/png')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[0-9a-f]{64}\.png"$/)
    expect(headers.get('content-security-policy')).toContain('sandbox')
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect((await file(attachment.url, { 'if-none-match': headers.get('etag')! })).status).toBe(304)
    expect((await file(attachment.url.replace(/[0-9a-f]{64}/, '0'.repeat(64)))).status).toBe(404)
    expect((await file(attachment.url.replace('.png', '.html'))).status).toBe(404)
    expect((await file(attachment.url.replace(attachment.id, unusedId()))).status).toBe(404)
    expect((await file(`/api/files/${attachment.id}/..%2F..%2Fetc%2Fpasswd`)).status).toBe(404)
  })

  test('in ranges', async () => {
    const { url } = await attach(png, { isPublic: true })
    const part = async (range: string, more: Record<string, string> = {}) => {
      const answer = await file(url, { range, ...more })
      return [answer.status, answer.headers.get('content-range'), Buffer.from(answer.bytes).toString('hex')]
    }
    const size = png.length
    const hex = (start: number, end: number) => png.subarray(start, end).toString('hex')
    expect(await part('bytes=0-3')).toEqual([206, `bytes 0-3/${size}`, '89504e47'])
    expect(await part(`bytes=${size - 2}-`)).toEqual([
      206,
      `bytes ${size - 2}-${size - 1}/${size}`,
      hex(size - 2, size),
    ])
    expect(await part('bytes=-4')).toEqual([206, `bytes ${size - 4}-${size - 1}/${size}`, hex(size - 4, size)])
    expect(await part(`bytes=0-${size * 2}`)).toEqual([206, `bytes 0-${size - 1}/${size}`, hex(0, size)])
    expect(await part(`bytes=${size}-`)).toEqual([416, `bytes */${size}`, ''])
    expect((await part('bytes=0-1,3-4'))[0]).toBe(200)
    expect((await part('lines=1-2'))[0]).toBe(200)
    expect((await part('bytes=0-3', { 'if-range': '"other"' }))[0]).toBe(200)
  })

  test('of private files needs a link that lasts an hour', async () => {
    const { url } = await attach(png)
    const answer = await file(url)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toMatch(/^private, max-age=3[56]\d\d, immutable$/)
    const [path, query] = url.split('?')
    expect((await file(path!)).status).toBe(403)
    const proof = new URLSearchParams(query)
    const late = new URLSearchParams({
      ...Object.fromEntries(proof),
      expires: String(Number(proof.get('expires')) + 60_000),
    })
    expect((await file(`${path}?${late}`)).status).toBe(403)
    const other = await attach(await picture('green'))
    expect((await file(`${other.url.split('?')[0]}?${query}`)).status).toBe(403)
    restoreClock = shiftClock(60 * 60 * 1000)
    expect((await file(url)).body.innererror.code).toBe('LinkExpired')
  })

  test('smaller pictures in three widths, as WebP', async () => {
    const { url } = await attach(await picture('orange', 1200, 600), { isPublic: true })
    for (const width of [96, 320, 960]) {
      const small = await file(`${url}?w=${width}`)
      expect(small.headers.get('content-type')).toBe('image/webp')
      expect(small.headers.get('content-disposition')).toMatch(/\.webp"$/)
      expect(await sharp(small.bytes).metadata()).toMatchObject({ format: 'webp', width, height: width / 2 })
      const again = await file(`${url}?w=${width}`, { 'if-none-match': small.headers.get('etag')! })
      expect(again.status).toBe(304)
    }
    const tiny = await attach(await picture('pink', 40, 20), { isPublic: true })
    expect(await sharp((await file(`${tiny.url}?w=320`)).bytes).metadata()).toMatchObject({ width: 40, height: 20 })
    for (const width of ['97', '0', '10000', 'x', '-1'])
      expect((await file(`${url}?w=${width}`)).status, width).toBe(400)
  })
})

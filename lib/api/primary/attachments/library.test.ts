import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Organization } from '@/lib/organizations/organization'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { createKey, createMember, createOrg, type Person, unusedId } from '@/lib/testing/people'
import { createItem } from '@/lib/testing/shop'

const folder = mkdtempSync(join(tmpdir(), 'orderdesk-files-'))
process.env.ATTACHMENTS_URL = `file:${folder}`

let shop: Organization
let owner: Person
let path: string

beforeAll(async () => {
  await testDatabase()
  shop = await createOrg()
  owner = await createMember(shop, 'owner')
  path = `/api/orgs/${shop.id}/attachments`
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let shade = 0
/** A picture like no other. */
const picture = (width = 40, height = 30) => {
  shade += 1
  return sharp({ create: { width, height, channels: 3, background: { r: shade % 256, g: 20, b: 90 } } })
    .png()
    .toBuffer()
}
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')

const originals = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter(({ name }) => name === 'original').length

async function upload(bytes: Uint8Array, type = 'image/png', as = owner, org = shop): Promise<string> {
  const query = new URLSearchParams({ contentLength: String(bytes.length), contentType: type })
  const { body } = await call('GET', `/api/orgs/${org.id}/attachment-upload-url?${query}`, { as })
  const answer = await call('PUT', body.url.replace(/^https?:\/\/[^/]+/, ''), {
    body: bytes,
    headers: { 'content-length': String(bytes.length), 'content-type': type },
  })
  expect(answer.status, answer.text).toBe(200)
  return body.objectId
}

async function attach(over: Record<string, unknown> = {}, bytes?: Uint8Array, type = 'image/png', as = owner) {
  const objectId = await upload(bytes ?? (await picture()), type, as)
  const answer = await call('POST', path, { as, body: { objectId, type, isPublic: true, ...over } })
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}

const show = async (attachmentId: string, at: 'product' | 'variant' = 'product') => {
  const item = await createItem(shop)
  const target = at === 'product' ? '' : `/variants/${item.variantId}`
  const answer = await call('PATCH', `/api/products/${item.productId}${target}`, {
    as: owner,
    body: { imageIds: [attachmentId] },
  })
  expect(answer.status, answer.text).toBe(200)
  return item
}

const product = async (id: string) => (await call('GET', `/api/products/${id}`, { as: owner })).body
const variant = async (item: { productId: string; variantId: string }) =>
  (await call('GET', `/api/products/${item.productId}/variants/${item.variantId}`, { as: owner })).body
const file = (url: string) => call('GET', url.replace('http://localhost:3000', ''))

describe('the list', () => {
  test('finds files by name, type, size, use, uploader and date, and sorts by them', async () => {
    const colleague = await createMember(shop, 'admin')
    const kettle = await attach({ name: '急須 Red.png' }, await picture(300, 300))
    const manual = await attach({ name: 'Manual.pdf', isPublic: false }, pdf, 'application/pdf', colleague)
    await show(kettle.id)
    const find = async (filter: string, order = 'createdAt') => {
      const query = new URLSearchParams({ $filter: filter, $orderBy: order })
      const answer = await call('GET', `${path}?${query}`, { as: owner })
      expect(answer.status, answer.text).toBe(200)
      return answer.body.value.map(({ name }: { name: string }) => name)
    }
    const both = `id in ('${kettle.id}', '${manual.id}')`
    expect(await find("contains(name,'ｒｅｄ')")).toEqual(['急須 Red.png'])
    expect(await find("type eq 'application/pdf'")).toEqual(['Manual.pdf'])
    expect(await find(`${both} and startswith(type,'image/')`)).toEqual(['急須 Red.png'])
    expect(await find(`${both} and size le ${pdf.length}`)).toEqual(['Manual.pdf'])
    expect(await find(`${both} and usageCount eq 0`)).toEqual(['Manual.pdf'])
    expect(await find(`${both} and usageCount gt 0`)).toEqual(['急須 Red.png'])
    expect(await find(`uploadedBy.id eq '${colleague.id}'`)).toEqual(['Manual.pdf'])
    expect(await find(`${both} and createdAt ge ${manual.createdAt}`)).toEqual(['Manual.pdf'])
    expect(await find(both, 'name')).toEqual(['Manual.pdf', '急須 Red.png'])
    expect(await find(both, 'size desc')).toEqual(['急須 Red.png', 'Manual.pdf'])
    expect(await find(both, 'usageCount')).toEqual(['Manual.pdf', '急須 Red.png'])
    expect(manual.uploadedBy.id).toBe(colleague.id)
    expect((await call('GET', `${path}/${kettle.id}`, { as: owner })).body.usageCount).toBe(1)
  })

  test('pages by token in the order of a counted field without repeating or skipping', async () => {
    const made = [await attach(), await attach(), await attach()].map(({ id }) => id)
    await show(made[1]!)
    const seen: string[] = []
    const query = new URLSearchParams({
      $filter: `id in (${made.map((id) => `'${id}'`).join(', ')})`,
      $orderBy: 'usageCount desc',
      $top: '1',
    })
    for (let next: string | null = `${path}?${query}`; next; ) {
      const { body } = await call('GET', next, { as: owner })
      seen.push(body.value[0].id)
      next = body['@nextLink'] ? body['@nextLink'].replace('http://localhost:3000', '') : null
    }
    expect(seen).toEqual([made[1], made[0], made[2]])
  })

  test('is summed up for its filters, for one organization', async () => {
    const other = await createOrg()
    const theirs = await createMember(other, 'owner')
    const summary = (as: Person, id: string) => call('GET', `/api/orgs/${id}/attachments:summary`, { as })
    expect((await summary(theirs, other.id)).body).toEqual({
      total: 0,
      bytes: 0,
      unused: 0,
      types: [],
      uploaders: [],
      limits: {
        maxBytes: 10 * 1024 * 1024,
        types: ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif', 'application/pdf'],
      },
    })
    const picked = await picture()
    const objectId = await upload(picked, 'image/png', theirs, other)
    await call('POST', `/api/orgs/${other.id}/attachments`, { as: theirs, body: { objectId, type: 'image/png' } })
    expect((await summary(theirs, other.id)).body).toMatchObject({
      total: 1,
      bytes: picked.length,
      unused: 1,
      types: [{ type: 'image/png', count: 1 }],
      uploaders: [{ id: theirs.id, count: 1 }],
    })
    expect((await summary(theirs, shop.id)).status).toBe(403)
  })
})

describe('a change', () => {
  test('renames a file, and nothing else of it', async () => {
    const before = await attach({ name: 'old.png' })
    const read = await call('GET', `${path}/${before.id}`, { as: owner })
    const patch = (body: object, etag = read.headers.get('etag')!) =>
      call('PATCH', `${path}/${before.id}`, { as: owner, body, headers: { 'if-match': etag } })
    const renamed = await patch({ name: '  new.png ' })
    expect(renamed.body).toEqual({ ...before, name: 'new.png', updatedAt: renamed.body.updatedAt })
    expect((await patch({ name: 'late.png' })).status).toBe(412)
    expect((await patch({ name: 'x'.repeat(256) }, '*')).status).toBe(400)
    expect((await patch({ size: 1 }, '*')).status).toBe(400)
  })

  test('of who may open it reaches the products that show it', async () => {
    const image = await attach()
    const item = await show(image.id)
    await call('PATCH', `${path}/${image.id}`, { as: owner, body: { isPublic: false } })
    expect((await file(image.url)).status).toBe(403)
    const [shown] = (await product(item.productId)).images
    expect(shown.url).toContain('signature=')
    expect((await file(shown.url)).status).toBe(200)
  })
})

describe('replacing the content', () => {
  const replace = (id: string, body: object, as: Person = owner, headers = {}) =>
    call('PUT', `${path}/${id}/content`, { as, body, headers })

  test('keeps the id and every place, and changes the address everywhere', async () => {
    const old = await attach({ name: 'kettle.png' })
    const [inProduct, inVariant] = [await show(old.id), await show(old.id, 'variant')]
    const version = (await call('GET', `/api/products/${inProduct.productId}`, { as: owner })).headers.get('etag')
    const stored = originals()
    const bytes = await picture(80, 60)
    const objectId = await upload(bytes)
    const answer = await replace(old.id, { objectId, type: 'image/png' })
    expect(answer.status, answer.text).toBe(200)
    const fresh = answer.body
    expect(fresh).toMatchObject({ id: old.id, name: 'kettle.png', width: 80, height: 60, usageCount: 2 })
    expect(fresh.url).not.toBe(old.url)
    expect((await call('GET', `${path}/${old.id}`, { as: owner })).body).toEqual(fresh)

    // The old address is no more: nobody is shown the one content for the other.
    expect((await file(old.url)).status).toBe(404)
    expect(Buffer.from((await file(fresh.url)).bytes).equals(bytes)).toBe(true)
    expect(originals()).toBe(stored)
    expect((await product(inProduct.productId)).images).toEqual([{ id: old.id, type: 'image/png', url: fresh.url }])
    expect((await variant(inVariant)).images).toEqual([{ id: old.id, type: 'image/png', url: fresh.url }])

    // Whoever is editing the product is not disturbed: nothing of the product's own has changed.
    const edited = await call('PATCH', `/api/products/${inProduct.productId}`, {
      as: owner,
      body: { description: 'Edited meanwhile.' },
      headers: { 'if-match': version! },
    })
    expect(edited.status, edited.text).toBe(200)
    expect(edited.body.images[0].url).toBe(fresh.url)

    // The same call once more changes nothing.
    expect((await replace(old.id, { objectId, type: 'image/png' })).body).toEqual(fresh)
  })

  test('takes another name and another type when it comes with them', async () => {
    const old = await attach({ name: 'note.png' })
    const objectId = await upload(pdf, 'application/pdf')
    const answer = await replace(old.id, { objectId, type: 'application/pdf', name: 'note.pdf' })
    expect(answer.body).toMatchObject({
      id: old.id,
      name: 'note.pdf',
      type: 'application/pdf',
      width: null,
      height: null,
    })
  })

  test('refuses what is no picture where a picture is shown', async () => {
    const old = await attach()
    const item = await show(old.id)
    const objectId = await upload(pdf, 'application/pdf')
    const answer = await replace(old.id, { objectId, type: 'application/pdf' })
    expect(answer.status).toBe(400)
    expect(answer.body.details[0]).toMatchObject({ target: 'type', code: 'NotAllowed' })
    expect((await product(item.productId)).images[0].url).toBe(old.url)
    expect((await file(old.url)).status).toBe(200)
  })

  test('takes only what was uploaded for this organization, once, of this type, over the version that was read', async () => {
    const old = await attach()
    const other = await createOrg()
    const stranger = await createMember(other, 'owner')
    const foreign = await upload(await picture(), 'image/png', stranger, other)
    expect((await replace(old.id, { objectId: foreign, type: 'image/png' })).status).toBe(400)
    expect((await replace(old.id, { objectId: unusedId(), type: 'image/png' })).status).toBe(400)
    const objectId = await upload(await picture())
    expect((await replace(old.id, { objectId, type: 'image/jpeg' })).status).toBe(400)
    expect((await replace(old.id, { objectId, type: 'image/png' }, stranger)).status).toBe(403)
    expect((await replace(unusedId(), { objectId, type: 'image/png' })).status).toBe(404)
    const theirPath = `/api/orgs/${other.id}/attachments/${old.id}/content`
    expect(
      (await call('PUT', theirPath, { as: stranger, body: { objectId: foreign, type: 'image/png' } })).status,
    ).toBe(404)
    const stale = { 'if-match': '"7-abcdefghijklmnop"' }
    expect((await replace(old.id, { objectId, type: 'image/png' }, owner, stale)).status).toBe(412)
    expect((await call('GET', `${path}/${old.id}`, { as: owner })).body).toEqual(old)
    await call('POST', path, { as: owner, body: { objectId, type: 'image/png' } })
    expect((await replace(old.id, { objectId, type: 'image/png' })).status).toBe(409)
  })
})

describe('deleting what is in use', () => {
  test('is refused, and says where it is used', async () => {
    const image = await attach()
    const item = await show(image.id)
    const { productId, variantId } = await show(image.id, 'variant')
    const answer = await call('DELETE', `${path}/${image.id}`, { as: owner })
    expect(answer.status).toBe(409)
    expect(answer.body.innererror).toMatchObject({
      code: 'AttachmentInUse',
      places: 2,
      usage: [
        { productId: item.productId, variantId: null },
        { productId, variantId },
      ],
    })
    expect(answer.body.details.map(({ target }: { target: string }) => target)).toEqual([
      `products/${item.productId}`,
      `variants/${variantId}`,
    ])
    expect((await file(image.url)).status).toBe(200)
    expect((await call('DELETE', `${path}/${image.id}?removeFromProducts=maybe`, { as: owner })).status).toBe(400)
  })

  test('takes it out of products and variants when asked to, and leaves their other images', async () => {
    const [image, other] = [await attach(), await attach()]
    const item = await show(image.id)
    const body = { imageIds: [other.id, image.id] }
    await call('PATCH', `/api/products/${item.productId}`, { as: owner, body })
    await call('PATCH', `/api/products/${item.productId}/variants/${item.variantId}`, { as: owner, body })
    const versionOf = (etag: string | null) => Number(/^"(\d+)-/.exec(etag!)![1])
    const read = () => call('GET', `/api/products/${item.productId}`, { as: owner })
    const before = versionOf((await read()).headers.get('etag'))

    const answer = await call('DELETE', `${path}/${image.id}?removeFromProducts=true`, { as: owner })
    expect(answer.status, answer.text).toBe(204)
    const after = await read()
    expect(after.body.images.map(({ id }: { id: string }) => id)).toEqual([other.id])
    expect((await variant(item)).images.map(({ id }: { id: string }) => id)).toEqual([other.id])
    expect(versionOf(after.headers.get('etag'))).toBe(before + 1)
    expect((await file(image.url)).status).toBe(404)
    expect((await call('GET', `${path}/${other.id}`, { as: owner })).body.usageCount).toBe(2)
  })

  test('needs the right to change products', async () => {
    const image = await attach()
    await show(image.id)
    const key = await createKey(shop, ['attachments:read', 'attachments:write'])
    const refused = await call('DELETE', `${path}/${image.id}?removeFromProducts=true`, { as: key })
    expect(refused.status).toBe(403)
    expect(refused.body.innererror).toEqual({ code: 'MissingScope', scope: 'products:write' })
    expect((await call('GET', `${path}/${image.id}`, { as: owner })).body.usageCount).toBe(1)
  })
})

test('a picture whose content is another than it says is refused by name, a file too big before it is sent', async () => {
  const html = Buffer.from('<html><body>not a picture</body></html>')
  const query = (length: number) => new URLSearchParams({ contentLength: String(length), contentType: 'image/png' })
  const address = `/api/orgs/${shop.id}/attachment-upload-url`
  const { body } = await call('GET', `${address}?${query(html.length)}`, { as: owner })
  const refused = await call('PUT', body.url.replace('http://localhost:3000', ''), {
    body: html,
    headers: { 'content-length': String(html.length), 'content-type': 'image/png' },
  })
  expect(refused.status).toBe(400)
  expect(refused.body.innererror).toEqual({ code: 'WrongContent' })
  const tooBig = await call('GET', `${address}?${query(10 * 1024 * 1024 + 1)}`, { as: owner })
  expect(tooBig.status).toBe(400)
  expect(tooBig.body.details[0].target).toBe('contentLength')
})

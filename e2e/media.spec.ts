import { expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { enter, open, organizationId, origin } from './desk'

let orgId: string

test.beforeEach(async ({ page }) => {
  await enter(page, 'owner@acme.example')
  orgId = await organizationId(page.request, 'acme')
})

type File = { name: string; mimeType: string; buffer: Buffer }

/** A picture like no other, so that the store has each for itself. */
async function picture(name: string, width = 60): Promise<File> {
  const background = { r: Math.floor(Math.random() * 256), g: Math.floor(Math.random() * 256), b: width % 256 }
  const buffer = await sharp({ create: { width, height: 40, channels: 3, background } })
    .png()
    .toBuffer()
  return { name, mimeType: 'image/png', buffer }
}

/** A picture that does not compress: `side` squared times three bytes, or so. */
async function heavyPicture(name: string, side: number): Promise<File> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  const buffer = await sharp({ create: { width: side, height: side, channels: 3, background: '#888', noise } })
    .png()
    .toBuffer()
  return { name, mimeType: 'image/png', buffer }
}

async function choose(page: Page, button: string, files: File[]) {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button, exact: true }).click()
  await (await chooser).setFiles(files)
}

const unique = (what: string) => `${what}-${Date.now().toString(36)}-${Math.floor(Math.random() * 1e6)}.png`

async function send<T>(page: Page, method: string, path: string, data?: unknown): Promise<T> {
  const headers = { origin: origin() }
  const answer = await page.request.fetch(`/api${path}`, { method, data, headers })
  expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true)
  return answer.json()
}

type Attachment = { id: string; name: string; url: string }
type Product = { id: string; images: { id: string; url: string }[] }

/** Uploads by the contract's handshake, without the screens. */
async function attach(page: Page, file: File): Promise<Attachment> {
  const type = file.mimeType
  const query = new URLSearchParams({ contentLength: String(file.buffer.length), contentType: type })
  const { url, objectId } = await send<{ url: string; objectId: string }>(
    page,
    'GET',
    `/orgs/${orgId}/attachment-upload-url?${query}`,
  )
  const { pathname, search } = new URL(url)
  const headers = { 'content-type': type, origin: origin() }
  const put = await page.request.put(pathname + search, { data: file.buffer, headers })
  expect(put.status()).toBe(200)
  return send(page, 'POST', `/orgs/${orgId}/attachments`, { objectId, type, name: file.name, isPublic: true })
}

async function createProduct(page: Page, imageIds: string[]): Promise<Product> {
  const { value } = await send<{ value: { id: string }[] }>(
    page,
    'GET',
    "/categories?$top=1&$filter=status eq 'ACTIVE'",
  )
  return send(page, 'POST', `/orgs/${orgId}/products`, {
    categoryId: value[0]!.id,
    name: `Product with images ${Date.now()}`,
    imageIds,
  })
}

const library = (name: string) => `/orgs/${orgId}/media?q=${encodeURIComponent(name)}`
const cardOf = (page: Page, name: string) => page.getByRole('button', { name: `Details of ${name}` })

test('a file is uploaded with its progress seen, while one goes on to another page', async ({ page }) => {
  await open(page, `/orgs/${orgId}/media`)
  const name = unique('heavy')
  const file = await heavyPicture(name, 500)
  const network = await page.context().newCDPSession(page)
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 250_000 }
  await network.send('Network.emulateNetworkConditions', slow)
  await choose(page, 'Upload', [file])

  const queue = page.getByRole('region', { name: 'Uploads' })
  await expect(queue.getByRole('heading', { name: 'Uploading 1 file' })).toBeVisible()
  const bar = queue.getByRole('progressbar', { name })
  const seen = new Set<number>()
  await expect(async () => {
    seen.add(Number(await bar.getAttribute('aria-valuenow', { timeout: 500 })))
    expect([...seen].filter((percent) => percent > 0 && percent < 100).length).toBeGreaterThan(1)
  }).toPass({ intervals: [50] })

  await page.getByRole('link', { name: 'Orders' }).first().click()
  await page.waitForURL(/\/orders/)
  await expect(queue.getByText(name)).toBeVisible()
  await expect(page.getByRole('region', { name: /Notifications|Messages/ }).getByText('1 file uploaded')).toBeVisible({
    timeout: 30_000,
  })
  await open(page, library(name))
  await expect(cardOf(page, name)).toBeVisible()
})

test('files that cannot be taken are explained: by type and size before they are sent, by content after', async ({
  page,
}) => {
  await open(page, `/orgs/${orgId}/media`)
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'PUT') sent.push(request.url())
  })
  await choose(page, 'Upload', [
    {
      name: 'drawing.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    },
    { name: 'large.png', mimeType: 'image/png', buffer: Buffer.alloc(10 * 1024 * 1024 + 1) },
    { name: 'page.png', mimeType: 'image/png', buffer: Buffer.from('<html><body>not a picture</body></html>') },
  ])
  const queue = page.getByRole('region', { name: 'Uploads' })
  const row = (name: string) => queue.getByRole('listitem').filter({ hasText: name })
  await expect(row('drawing.svg')).toContainText('SVG is not taken. Allowed: PNG, JPEG, WebP, GIF, AVIF, PDF.')
  await expect(row('large.png')).toContainText('10 MB is too large. At most 10 MB.')
  await expect(row('page.png')).toContainText('The content is not PNG, or it is damaged.')
  expect(sent).toHaveLength(1)

  await row('page.png').getByRole('button', { name: 'Try page.png again' }).click()
  await expect.poll(() => sent.length).toBe(2)
  await expect(row('page.png')).toContainText('The content is not PNG, or it is damaged.')
  await queue.getByRole('button', { name: 'Close the list of uploads' }).click()
  await expect(queue).toBeHidden()
})

test('images of a product are sorted by keyboard alone, and the first is the primary one', async ({ page }) => {
  const made = [
    await attach(page, await picture(unique('a'))),
    await attach(page, await picture(unique('b'), 70)),
    await attach(page, await picture(unique('c'), 80)),
  ]
  const product = await createProduct(
    page,
    made.map(({ id }) => id),
  )
  await open(page, `/orgs/${orgId}/products/${product.id}`)
  const images = page.getByRole('list', { name: 'Images' })
  await images.getByRole('button', { name: /^Image 3 of 3/ }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByText('Image 3 of 3 taken up.')).toBeAttached()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Escape')
  await expect(page.getByText('Put back: image 3 of 3')).toBeAttached()

  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Space')
  await expect(page.getByText('Image 3 of 3 moved to 1')).toBeAttached()
  await expect(images.getByRole('button', { name: `Image 1 of 3, Primary, ${made[2]!.name}` })).toBeFocused()

  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect
    .poll(async () => (await send<Product>(page, 'GET', `/products/${product.id}`)).images.map(({ id }) => id))
    .toEqual([made[2]!.id, made[0]!.id, made[1]!.id])
})

test('a replaced file keeps its id and its places, under another address', async ({ page }) => {
  const old = await attach(page, await picture(unique('old')))
  const product = await createProduct(page, [old.id])
  await open(page, library(old.name))
  await cardOf(page, old.name).click()
  const drawer = page.getByRole('dialog', { name: 'File details' })
  await expect(drawer.getByRole('link', { name: /Product with images/ })).toBeVisible()
  await choose(page, 'Replace file', [await picture('other.png', 90)])
  await expect(drawer.getByText('90 × 40 px')).toBeVisible()

  const fresh = await send<Attachment>(page, 'GET', `/orgs/${orgId}/attachments/${old.id}`)
  expect(fresh.name).toBe(old.name)
  expect(fresh.url).not.toBe(old.url)
  expect((await send<Product>(page, 'GET', `/products/${product.id}`)).images).toMatchObject([
    { id: old.id, url: fresh.url },
  ])
  expect((await page.request.get(new URL(old.url).pathname)).status()).toBe(404)
})

test('a file in use is deleted only together with its places', async ({ page }) => {
  const file = await attach(page, await picture(unique('used')))
  const product = await createProduct(page, [file.id])
  await open(page, library(file.name))
  await cardOf(page, file.name).click()
  await page.getByRole('dialog', { name: 'File details' }).getByRole('button', { name: 'Delete' }).click()

  const dialog = page.getByRole('dialog', { name: 'Delete this file?' })
  const confirm = dialog.getByRole('button', { name: 'Delete file' })
  await expect(dialog).toContainText('It is used in 1 place.')
  await expect(confirm).toBeDisabled()
  await dialog.getByRole('checkbox', { name: 'Also remove it from 1 product' }).check()
  await confirm.click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('heading', { name: 'No file matches' })).toBeVisible()
  expect((await send<Product>(page, 'GET', `/products/${product.id}`)).images).toEqual([])
})

import AxeBuilder from '@axe-core/playwright'
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { enter, open, organizationId, origin } from './desk'

type Product = { id: string; name: string; tags: string[]; publication: { status: string }; description: string }

const saveBar = (page: Page) => page.getByText(/^\d+ changes?$/)

/** A category that products can be put in. */
async function someCategory(request: APIRequestContext): Promise<{ id: string; name: string }> {
  const answer = await request.get(`/api/categories?$filter=${encodeURIComponent("status eq 'ACTIVE'")}&$top=1`)
  return (await answer.json()).value[0]
}

let made = 0
/** A name nothing else has, so that a test finds only its own. */
const newName = (what: string) => `${what} ${Date.now().toString(36)}${made++}`

/** Makes a product for a test, so that no two tests change the same one. */
async function makeProduct(page: Page, orgId: string, over: object = {}): Promise<Product> {
  const { id } = await someCategory(page.request)
  const answer = await page.request.post(`/api/orgs/${orgId}/products`, {
    headers: { origin: origin() },
    data: {
      categoryId: id,
      name: newName('Probe'),
      variants: [{ title: 'Standard', sku: newName('SKU').replace(' ', '-'), price: { amount: 1200 } }],
      ...over,
    },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  return answer.json()
}

const read = async (page: Page, orgId: string, id: string): Promise<Product> =>
  (await page.request.get(`/api/orgs/${orgId}/products/${id}`)).json()

async function asOwner(page: Page) {
  await enter(page, 'owner@acme.example')
  return organizationId(page.request, 'acme')
}

test('a product is created, filled in, published and then seen by everybody', async ({ page, playwright, baseURL }) => {
  const orgId = await asOwner(page)
  const category = await someCategory(page.request)
  await open(page, `/orgs/${orgId}/products`)
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Create product' }).click()
  await expect(dialog.getByText('Give it a name.')).toBeVisible()
  const name = newName('Linen shirt')
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByRole('combobox', { name: 'Category' }).fill(category.name)
  await page.getByRole('treeitem', { name: category.name }).first().click()
  await dialog.getByRole('button', { name: 'Create product' }).click()
  await page.waitForURL(/\/products\/[0-9a-f]{24}$/)
  const id = new URL(page.url()).pathname.split('/').at(-1)!

  await expect(page.getByRole('heading', { name: 'Set up' })).toBeVisible()
  await expect(page.getByText('It is not published')).toBeVisible()
  await page.getByLabel('Description').fill('Washed linen.')
  await page.getByRole('combobox', { name: 'Tags' }).fill('summer')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Add a feature' }).click()
  await page.getByLabel('Feature 1', { exact: true }).fill('Fabric')
  await page.getByLabel('Value of feature 1').fill('Linen')
  await page.getByLabel('Latitude').fill('95')
  await expect(saveBar(page)).toHaveText('4 changes')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('From −90 to 90 degrees.')).toBeVisible()
  await page.getByLabel('Latitude').fill('35.6812')
  await page.getByLabel('Longitude').fill('139.7671')
  await page.keyboard.press('Control+s')
  await expect(page.getByText(`${name} is saved`)).toBeVisible()
  await expect(saveBar(page)).toHaveCount(0)

  const stranger = await playwright.request.newContext({ baseURL })
  expect((await stranger.get(`/api/products/${id}`)).status()).toBe(404)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.locator('header [data-state]')).toHaveText('Live')
  const seen = await stranger.get(`/api/products/${id}`)
  expect(await seen.json()).toMatchObject({
    name,
    description: 'Washed linen.',
    tags: ['summer'],
    features: [{ name: 'Fabric', value: 'Linen' }],
    geoCoordinatesField: { coordinates: [139.7671, 35.6812] },
  })
  await stranger.dispose()
})

test('three products are archived together and come back with Undo', async ({ page }) => {
  const orgId = await asOwner(page)
  const tag = newName('trio').replace(' ', '-')
  const three = [
    await makeProduct(page, orgId, { tags: [tag], publication: { status: 'ACTIVE' } }),
    await makeProduct(page, orgId, { tags: [tag] }),
    await makeProduct(page, orgId, { tags: [tag] }),
  ]
  await open(page, `/orgs/${orgId}/products?filter=${encodeURIComponent(`tags eq '${tag}'`)}`)
  await expect(page.locator('tr[data-row]')).toHaveCount(3)
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+X')
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Archive 3 products')
  await dialog.getByRole('button', { name: 'Archive', exact: true }).click()
  await expect(page.getByText('3 products archived')).toBeVisible()
  await expect(page.locator('tr[data-row] [data-state=archived]')).toHaveCount(3)

  // Somebody else changes one of them, which must then stay as it is.
  await page.request.patch(`/api/orgs/${orgId}/products/${three[2]!.id}`, {
    headers: { origin: origin() },
    data: { description: 'Changed since.' },
  })
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Taken back for 2 products, not for 1')).toBeVisible()
  await expect(page.getByText(/changed since by/)).toBeVisible()
  const states = await Promise.all(three.map(({ id }) => read(page, orgId, id)))
  expect(states.map(({ publication }) => publication.status)).toEqual(['ACTIVE', 'DRAFT', 'ARCHIVED'])
})

test('deleting tells its effect, and Undo brings the product back', async ({ page }) => {
  const orgId = await asOwner(page)
  const product = await makeProduct(page, orgId)
  await open(page, `/orgs/${orgId}/products?q=${encodeURIComponent(product.name)}`)
  await page.getByRole('link', { name: product.name }).focus()
  await page.keyboard.press('!')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('One variant goes with it')
  await expect(dialog).toContainText('No order has them')
  await dialog.getByRole('button', { name: 'Delete 1 product' }).click()
  await expect(page.getByText('1 product deleted')).toBeVisible()
  expect((await page.request.get(`/api/orgs/${orgId}/products/${product.id}`)).status()).toBe(404)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Taken back for 1 product')).toBeVisible()
  expect(await read(page, orgId, product.id)).toMatchObject({ name: product.name })
})

test('what somebody else saved meanwhile is taken over, and what both changed is asked about', async ({ page }) => {
  const orgId = await asOwner(page)
  const product = await makeProduct(page, orgId)
  await open(page, `/orgs/${orgId}/products/${product.id}`)
  await page.getByLabel('Description').fill('Mine')
  await page.getByLabel('Dimensions').fill('10 cm')
  await page.request.patch(`/api/orgs/${orgId}/products/${product.id}`, {
    headers: { origin: origin() },
    data: { description: 'Theirs', variantNote: 'Two sizes' },
  })
  await page.keyboard.press('Control+s')
  await expect(page.getByText('You both changed: Description')).toBeVisible()
  await expect(page.getByLabel('Note on the variants')).toHaveValue('Two sizes')
  await page.getByRole('button', { name: 'Take theirs' }).click()
  await expect(page.getByLabel('Description')).toHaveValue('Theirs')
  await expect(saveBar(page)).toHaveText('1 change')
  await page.getByRole('button', { name: 'Save', exact: false }).first().click()
  await expect(page.getByText(`${product.name} is saved`)).toBeVisible()
  const answer = await page.request.get(`/api/orgs/${orgId}/products/${product.id}`)
  expect(await answer.json()).toMatchObject({ description: 'Theirs', dimensions: '10 cm', variantNote: 'Two sizes' })
})

test('the page says every reason why a product is not visible, and leads to what helps', async ({ page }) => {
  const orgId = await asOwner(page)
  const tomorrow = new Date(Date.now() + 48 * 3_600_000).toISOString()
  const product = await makeProduct(page, orgId, { variants: [], publication: { status: 'DRAFT', since: tomorrow } })
  await open(page, `/orgs/${orgId}/products/${product.id}`)
  const panel = page.getByRole('region', { name: 'Why is it not visible?' })
  await expect(panel.locator('li[data-met=false]')).toHaveCount(3)
  await expect(panel).toContainText('It is not published (Draft)')
  await expect(panel).toContainText('Its first day has not come')
  await expect(panel).toContainText('It has no variants: nobody can buy it')
  await page.getByLabel('First day').fill('')
  await page.getByRole('button', { name: 'Save and publish' }).click()
  await expect(page.getByRole('region', { name: 'Everybody sees it, but' }).locator('li[data-met=false]')).toHaveCount(
    1,
  )
})

test('a copy takes what it is told along, with SKUs that are looked up first', async ({ page }) => {
  const orgId = await asOwner(page)
  const sku = newName('COPY').replace(' ', '-')
  const product = await makeProduct(page, orgId, {
    description: 'Long text',
    tags: ['kept'],
    variants: [{ title: 'S', sku, price: { amount: 500 } }],
  })
  await makeProduct(page, orgId, { variants: [{ title: 'x', sku: `${sku}-2`, price: { amount: 1 } }] })
  await open(page, `/orgs/${orgId}/products/${product.id}`)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Copy product' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Description and notes').uncheck()
  await dialog.getByRole('radio', { name: 'By a pattern' }).check()
  await expect(dialog).toContainText('One is taken:')
  await dialog.getByRole('textbox', { name: 'Pattern' }).fill('{sku}-LONG')
  await expect(dialog).toContainText(`${sku}-LONG`)
  await expect(dialog).toContainText('All of them are free.')
  await dialog.getByRole('textbox', { name: 'Name' }).fill(`${product.name} long`)
  await dialog.getByRole('button', { name: 'Make a copy' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `${product.name} long` })).toBeVisible()
  await expect(page.getByRole('cell', { name: `${sku}-LONG` })).toBeVisible()
  await expect(page.getByLabel('Description')).toHaveValue('')
})

test('leaving with unsaved changes asks first, and the history takes a change back', async ({ page }) => {
  const orgId = await asOwner(page)
  const product = await makeProduct(page, orgId, { description: 'Before' })
  await open(page, `/orgs/${orgId}/products/${product.id}`)
  await page.getByLabel('Description').fill('After')
  await page.getByRole('link', { name: 'Products' }).last().click()
  await page.getByRole('button', { name: 'Stay on this page' }).click()
  await page.keyboard.press('Control+s')
  await expect(page.getByText(`${product.name} is saved`)).toBeVisible()
  await page.getByRole('link', { name: 'History' }).last().click()
  await page.getByRole('button', { name: 'Take back' }).first().click()
  await expect(page.getByText('Taken back', { exact: true })).toBeVisible()
  expect((await read(page, orgId, product.id)).description).toBe('Before')
})

test('a member reads a product as text, without fields', async ({ page }) => {
  const orgId = await asOwner(page)
  const product = await makeProduct(page, orgId, { description: 'For everybody', publication: { status: 'ACTIVE' } })
  await page.context().clearCookies()
  await enter(page, 'staff@acme.example')
  await open(page, `/orgs/${orgId}/products/${product.id}`)
  await expect(page.getByText('For everybody')).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Publish' })).toHaveCount(0)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no serious accessibility fault on the products, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(180_000)
    const page = await (await browser.newContext({ colorScheme, reducedMotion: 'reduce' })).newPage()
    const orgId = await asOwner(page)
    const product = await makeProduct(page, orgId, { tags: ['a', 'b'], features: [{ name: 'Fabric', value: 'Linen' }] })
    const check = async (what: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(
        serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
        what,
      ).toEqual([])
    }
    await open(page, `/orgs/${orgId}/products`)
    await page.locator('tr[data-row]').first().waitFor()
    await check('the list')
    await page.keyboard.press('j')
    await page.keyboard.press('t')
    await page.getByRole('dialog').waitFor()
    await check('the tags dialog')
    await open(page, `/orgs/${orgId}/products/${product.id}`)
    await page.getByLabel('Description').fill('Changed')
    await page.getByRole('region', { name: 'Why is it not visible?' }).waitFor()
    await check('the editor')
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Copy product' }).click()
    await page.getByRole('dialog').waitFor()
    await check('the copy dialog')
  })
}

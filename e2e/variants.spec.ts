import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { enter, open, organizationId, origin } from './desk'

test.beforeEach(({ page }) => enter(page, 'owner@acme.example'))

type Variant = { id: string; title: string; sku: string | null; price: { amount: number }; customFields: object }

const sender = () => ({ headers: { origin: origin() } })

/** A product of the test's own, with as many variants as it needs. */
async function makeProduct(page: Page, members: object[] = []) {
  const orgId = await organizationId(page.request, 'acme')
  const categories = await (await page.request.get('/api/categories?$top=1')).json()
  const made = await page.request.post(`/api/orgs/${orgId}/products`, {
    ...sender(),
    data: { categoryId: categories.value[0].id, name: 'Linen shirt' },
  })
  expect(made.status(), await made.text()).toBe(201)
  const { id } = await made.json()
  for (let at = 0; at < members.length; at += 100) {
    const data = members.slice(at, at + 100).map((member) => ({ productId: id, ...member }))
    const answer = await page.request.post('/api/variants:batchPost', { ...sender(), data })
    expect(answer.status(), await answer.text()).toBe(201)
  }
  return { orgId, id, path: `/orgs/${orgId}/products/${id}/variants`, unique: id.slice(-10).toUpperCase() as string }
}

async function variantsOf(request: APIRequestContext, productId: string): Promise<Variant[]> {
  const all: Variant[] = []
  for (;;) {
    const answer = await request.get(`/api/products/${productId}/variants?$top=100&$skip=${all.length}`)
    const { total, value } = await answer.json()
    all.push(...value)
    if (all.length >= total) return all
  }
}

/** What Ctrl and V do, with a text of the test's own on the clipboard. */
const paste = (page: Page, text: string) =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, text)

const cell = (page: Page, row: number, column: number) =>
  page.locator(`[role="gridcell"][data-row="${row - 1}"][data-column="${column}"]`)

const [title, sku, price] = [0, 1, 2]

test('options become all their combinations but the ones that exist', async ({ page }) => {
  const { id, path, unique } = await makeProduct(page, [
    { title: 'Red / S', sku: null, price: { amount: 900, taxable: true } },
    { title: 'M, blue', sku: null, price: { amount: 900, taxable: true } },
  ])
  await open(page, path)
  await page.getByRole('button', { name: 'Generate…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Generate variants' })
  await dialog.getByRole('textbox', { name: 'Option 1' }).fill('Color')
  const colors = dialog.getByLabel('Values of Color')
  await colors.fill('Red')
  await colors.press('Enter')
  await colors.pressSequentially('Blue,')
  await colors.fill('White')
  await colors.press('Enter')
  await dialog.getByRole('button', { name: 'Add an option' }).click()
  await dialog.getByRole('textbox', { name: 'Option 2' }).fill('Size')
  await dialog.getByLabel('Values of Size').focus()
  await paste(page, 'S\nM\nL\nXL')

  await expect(dialog.getByText('10 to make, 2 exist')).toBeVisible()
  await expect(dialog.getByRole('checkbox', { name: 'Red / S: Exists' })).toBeDisabled()
  await expect(dialog.getByText('For example LINEN-SHIRT-RED-M')).toBeVisible()
  await dialog.getByRole('checkbox', { name: 'White / XL' }).uncheck()
  await dialog.getByLabel('SKU pattern').fill(`${unique}-{COLOR}-{SIZE}`)
  await expect(dialog.getByText('All these SKUs are free.')).toBeVisible()
  await dialog.getByLabel('Price (JPY)').fill('1,200')
  await dialog.getByRole('button', { name: 'Make 9 variants' }).click()
  await expect(dialog.getByText('9 variants made')).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('11 variants')).toBeVisible()

  const variants = await variantsOf(page.request, id)
  expect(variants).toHaveLength(11)
  expect(variants.find((variant) => variant.title === 'White / L')).toMatchObject({
    sku: `${unique}-WHITE-L`,
    price: { amount: 1200, taxable: true },
    customFields: { options: { Color: 'White', Size: 'L' } },
  })

  // Once more: everything is there but what was left out, and its SKU pattern meets nothing of its own.
  await page.getByRole('button', { name: 'Generate…' }).click()
  await expect(dialog.getByText('1 to make, 11 exist')).toBeVisible()
})

test('a SKU that is taken elsewhere stops the generator before anything is made', async ({ page }) => {
  const other = await makeProduct(page)
  await page.request.post('/api/variants:batchPost', {
    ...sender(),
    data: [{ productId: other.id, title: 'Holder', sku: `${other.unique}-L`, price: { amount: 1 } }],
  })
  const { id, path } = await makeProduct(page)
  await open(page, path)
  await page.getByRole('button', { name: 'Generate from options' }).click()
  const dialog = page.getByRole('dialog', { name: 'Generate variants' })
  await dialog.getByRole('textbox', { name: 'Option 1' }).fill('Size')
  await dialog.getByLabel('Values of Size').focus()
  await paste(page, 'S, L')
  await dialog.getByLabel('Price (JPY)').fill('5')
  await dialog.getByLabel('SKU pattern').fill(`${other.unique}-{SIZE}`)
  await expect(dialog.getByText(`${other.unique}-L is taken already, by Linen shirt.`)).toBeVisible()
  await dialog.getByRole('button', { name: 'Make 2 variants' }).click()
  expect(await variantsOf(page.request, id)).toHaveLength(0)
  await dialog.getByRole('checkbox', { name: 'L', exact: true }).uncheck()
  await dialog.getByRole('button', { name: 'Make 1 variant' }).click()
  await expect(dialog.getByText('1 variant made')).toBeVisible()
  expect((await variantsOf(page.request, id)).map((variant) => variant.title)).toEqual(['S'])
})

test('nothing is generated while the variants there are cannot be read', async ({ page }) => {
  const { path } = await makeProduct(page, [{ title: 'One', price: { amount: 1 } }])
  await open(page, path)
  await expect(page.getByRole('grid')).toBeVisible()
  await page.route('**/variants?*', (route) => route.fulfill({ status: 503, json: { code: 'X', message: 'Busy.' } }))
  await page.getByRole('button', { name: 'Generate…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Generate variants' })
  await expect(dialog.getByText('so nothing can be generated')).toBeVisible({ timeout: 20_000 })
  await expect(dialog.getByRole('button', { name: /^Make/ })).toHaveCount(0)
  await page.unroute('**/variants?*')
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Option 1' })).toBeVisible()
})

test('2,000 × 3 cells are pasted, taken back, pasted again and saved', async ({ page }) => {
  test.setTimeout(180_000)
  const members = Array.from({ length: 2000 }, (_, i) => ({ title: `Row ${i + 1}`, price: { amount: 105 } }))
  const { id, path, unique } = await makeProduct(page, members)
  await open(page, path)
  await cell(page, 1, title).click()
  const lines = Array.from({ length: 2000 }, (_, i) => `New ${i + 1}\t${unique}-${i + 1}\t${(i + 1) * 10}`).join('\r\n')

  // From the paste until the next cell takes a letter and is drawn.
  const tookMs = await page.evaluate(async (text) => {
    const start = performance.now()
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'F2', bubbles: true, cancelable: true }))
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    if (!document.querySelector('[data-editing]')) throw new Error('No cell is being edited.')
    return performance.now() - start
  }, lines)
  test.info().annotations.push({ type: 'paste of 2,000 × 3 cells', description: `${Math.round(tookMs)} ms` })
  expect(tookMs).toBeLessThan(1000)
  await page.keyboard.press('Escape')

  await expect(page.getByText('6,000 changes')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('6,000 changes')).toHaveCount(0)
  await expect(cell(page, 1, title)).toContainText('Row 1')
  await page.keyboard.press('Control+Shift+z')
  await page.keyboard.press('Control+End')
  await expect(cell(page, 2000, price)).toContainText('20,000')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('2,000 rows saved')).toBeVisible({ timeout: 120_000 })
  const stored = await variantsOf(page.request, id)
  expect(stored).toHaveLength(2000)
  expect(stored[1999]).toMatchObject({ title: 'New 2000', sku: `${unique}-2000`, price: { amount: 20_000 } })
})

test('what the server refuses is said in its cells, and saved once it is put right', async ({ page }) => {
  const { id, path, unique } = await makeProduct(page, [
    { title: 'One', sku: null, price: { amount: 100 } },
    { title: 'Two', sku: null, price: { amount: 200 } },
    { title: 'Three', sku: null, price: { amount: 300 } },
  ])
  await makeProduct(page, [
    { title: 'Holder', sku: `${unique}-A`, price: { amount: 1 } },
    { title: 'Holder', sku: `${unique}-B`, price: { amount: 1 } },
  ])
  await open(page, path)
  await cell(page, 1, title).click()
  await page.keyboard.press('ArrowRight')
  await paste(page, `${unique}-A\t1,500\n${unique}-B\t2,500\n${unique}-C\t3,500`)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('1 saved, 2 not')).toBeVisible()
  await expect(page.getByText('2 problems')).toBeVisible()
  await expect(cell(page, 1, sku)).toHaveAttribute('data-problem')
  await expect(cell(page, 2, sku)).toHaveAttribute('data-problem')
  await expect(cell(page, 3, sku)).not.toHaveAttribute('data-dirty')
  await cell(page, 2, sku).hover()
  await expect(cell(page, 2, sku).getByText('Another variant of the organization has the SKU')).toBeVisible()

  await cell(page, 1, sku).click()
  await page.keyboard.type(`${unique}-D`)
  await page.keyboard.press('Enter')
  await page.keyboard.type(`${unique}-E`)
  await page.keyboard.press('Tab')
  await expect(page.getByText('2 problems')).toHaveCount(0)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('2 rows saved')).toBeVisible()
  const stored = await variantsOf(page.request, id)
  expect(stored.map((variant) => [variant.sku, variant.price.amount])).toEqual([
    [`${unique}-D`, 1500],
    [`${unique}-E`, 2500],
    [`${unique}-C`, 3500],
  ])
})

test('a cell that cannot be read says so at once and is not sent', async ({ page }) => {
  const { id, path } = await makeProduct(page, [
    { title: 'One', price: { amount: 100 } },
    { title: 'Two', price: { amount: 200 } },
  ])
  await open(page, path)
  await cell(page, 1, price).click()
  await page.keyboard.type('cheap')
  await page.keyboard.press('Enter')
  await page.keyboard.type('250')
  await page.keyboard.press('Enter')
  await expect(cell(page, 1, price)).toContainText('Not an amount.')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('1 saved, 1 not')).toBeVisible()
  expect((await variantsOf(page.request, id)).map((variant) => variant.price.amount)).toEqual([100, 250])
  await page.getByRole('button', { name: '1 problem' }).click()
  await page.keyboard.type('150')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('1 row saved')).toBeVisible()
})

test('rows are added, filled down, deleted and kept, all by keyboard, and nothing traps it', async ({ page }) => {
  const { id, path } = await makeProduct(page, [
    { title: 'One', price: { amount: 100 } },
    { title: 'Two', price: { amount: 200 } },
  ])
  await open(page, path)
  await page.getByRole('button', { name: 'Add a row' }).click()
  await page.keyboard.type('Three')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  // Money is taken from the row above.
  await page.keyboard.press('Control+d')
  await expect(cell(page, 3, price)).toContainText('200')
  // Copied from the first cell of the column, over all three.
  await page.keyboard.press('Control+ArrowUp')
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Control+Shift+ArrowDown')
  await page.keyboard.press('Control+v')
  await expect(cell(page, 2, price)).toContainText('100')
  await expect(cell(page, 3, price)).toContainText('100')

  await cell(page, 2, title).click()
  await page.getByRole('button', { name: 'Delete 1 row' }).click()
  await expect(page.getByText('1 row to delete')).toBeVisible()
  await cell(page, 2, title).click()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('1 row to delete')).toHaveCount(0)
  await page.keyboard.press('Control+Shift+z')

  // Escape leaves the cells; Tab then leads to what comes after them.
  await page.keyboard.press('Escape')
  await expect(page.getByRole('grid')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Save' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Save and delete' }).click()
  await expect(page.getByText('2 rows saved')).toBeVisible()
  const stored = await variantsOf(page.request, id)
  expect(stored.map((variant) => [variant.title, variant.price.amount])).toEqual([
    ['One', 100],
    ['Three', 100],
  ])
})

test('a saved deletion is taken back at once, and later from the product’s history', async ({ page }) => {
  const { orgId, id, path, unique } = await makeProduct(page, [
    { title: 'Small', sku: null, price: { amount: 100 } },
    { title: 'Medium', sku: null, price: { amount: 200 } },
    { title: 'Large', sku: null, price: { amount: 300 } },
  ])
  const [small] = await variantsOf(page.request, id)
  await page.request.patch('/api/variants:batchPatch', {
    ...sender(),
    data: [{ ids: [small!.id], data: { sku: `${unique}-S` } }],
  })
  const before = await variantsOf(page.request, id)
  const facts = (list: Variant[]) => list.map((variant) => [variant.id, variant.title, variant.sku])
  const removeFirst = async () => {
    await cell(page, 1, title).click()
    await page.getByRole('button', { name: 'Delete 1 row' }).click()
    await page.keyboard.press('Control+s')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Save and delete' }).click()
    await expect(page.getByText('1 variant deleted')).toBeVisible()
    await expect(dialog).toHaveCount(0)
    await expect(cell(page, 1, title)).toContainText('Medium')
  }
  await open(page, path)
  await removeFirst()
  // The toolbar has an Undo of its own, of what is not saved yet.
  await page.getByRole('button', { name: /^Undo( Z)?$/ }).click()
  await expect(page.getByText('1 variant is back, where it was')).toBeVisible()
  await expect(cell(page, 1, title)).toContainText('Small')
  expect(facts(await variantsOf(page.request, id))).toEqual(facts(before))

  await removeFirst()
  await open(page, `/orgs/${orgId}/products/${id}?tab=history`)
  await page.getByRole('button', { name: 'Take back' }).first().click()
  await expect(page.getByText('Taken back', { exact: true })).toBeVisible()
  expect(facts(await variantsOf(page.request, id))).toEqual(facts(before))
})

test('prices change by percent, rounded', async ({ page }) => {
  const { path } = await makeProduct(page, [
    { title: 'One', price: { amount: 1980 } },
    { title: 'Two', price: { amount: 2480 } },
  ])
  await open(page, path)
  await cell(page, 1, price).click()
  await page.getByRole('button', { name: 'Change column…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change “Price (JPY)”' })
  await dialog.getByRole('textbox', { name: 'Percent' }).fill('10')
  await dialog.getByRole('combobox', { name: 'Multiple of' }).click()
  await page.getByRole('option', { name: '100', exact: true }).click()
  await expect(dialog.getByText('2 cells will change.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Change' }).click()
  await expect(cell(page, 1, price)).toContainText('2,200')
  await expect(cell(page, 2, price)).toContainText('2,700')
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(cell(page, 1, price)).toContainText('1,980')
})

test('on a narrow screen variants are a list, each edited in a dialog', async ({ page }) => {
  const { id, path } = await makeProduct(page, [{ title: 'One', price: { amount: 100 } }])
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, path)
  await page.getByRole('button', { name: /^One/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit the variant' })
  await dialog.getByLabel('Price (JPY)').fill('')
  await dialog.getByRole('button', { name: 'Take over' }).click()
  await expect(dialog.getByText('This must be filled in.')).toBeVisible()
  await dialog.getByLabel('Price (JPY)').fill('150')
  await dialog.getByRole('button', { name: 'Take over' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('1 row saved')).toBeVisible()
  expect((await variantsOf(page.request, id))[0]!.price.amount).toBe(150)
})

import { expect, type Request, test } from '@playwright/test'
import { enter, open, organizationId, placeOrder } from './desk'

// Page sizes and columns are remembered by account; these are nobody else's here.
test.beforeEach(async ({ page }) => {
  await enter(page, 'manager@acme.example')
  await open(page, '/')
})

const rows = 'tr[data-row]'

test('a status tab lists the orders of that status, as many as it says', async ({ page }) => {
  const tab = page.getByRole('link', { name: /^Canceled/ })
  await tab.click()
  await expect(page).toHaveURL(/\?view=canceled$/)
  // Other journeys cancel orders meanwhile.
  await expect(async () => {
    const count = Number((await tab.innerText()).replace(/\D/g, ''))
    expect(count).toBeGreaterThan(0)
    await expect(page.getByText(new RegExp(`of ${count}$`))).toBeVisible({ timeout: 100 })
  }).toPass()
  const words = await page.locator(`${rows} td[data-column=status]`).allInnerTexts()
  expect(new Set(words)).toEqual(new Set(['Canceled']))
})

test('search finds an order by number, name and kana, and the address says what was searched', async ({ page }) => {
  const orgId = await organizationId(page.request, 'acme')
  const order = await placeOrder(page, orgId, '唯一 無二子')
  for (const words of [`#${order.number}`, '無二子', 'けんしょう']) {
    await open(page, `/orgs/${orgId}/orders`)
    await page.keyboard.press('/')
    await page.keyboard.type(words)
    await expect(page.locator(`${rows}[data-row="${order.id}"]`)).toBeVisible()
    await expect(page).toHaveURL((url) => url.searchParams.get('q') === words)
  }
})

test('nothing found names what narrows the list and leads out of it', async ({ page }) => {
  await page.getByRole('link', { name: /^Closed/ }).click()
  await expect(page).toHaveURL(/\?view=closed$/)
  await page.getByRole('searchbox').fill('nosuchcustomeranywhere')
  await expect(page.getByRole('heading', { name: 'No orders match' })).toBeVisible()
  await page.getByRole('link', { name: /Remove Search/ }).click()
  await expect(page.locator(rows).first()).toBeVisible()
  await expect(page.getByRole('searchbox')).toHaveValue('')
  await expect(page).toHaveURL(/\?view=closed$/)
})

test('pages follow each other without repeating or skipping an order, there and back', async ({ page }) => {
  await page.getByLabel('Rows per page').selectOption('20')
  const ids = () => page.locator(rows).evaluateAll((found) => found.map((row) => row.getAttribute('data-row')))
  await expect(page.locator(rows)).toHaveCount(20)
  const first = await ids()
  await page.getByRole('link', { name: 'Next page' }).click()
  await expect(page.getByText(/^21–40 of/)).toBeVisible()
  const second = await ids()
  expect(new Set([...first, ...second]).size).toBe(40)
  await page.getByRole('link', { name: 'Next page' }).click()
  await expect(page.getByText(/^41–60 of/)).toBeVisible()
  await page.getByRole('link', { name: 'Previous page' }).click()
  await expect(page.getByText(/^21–40 of/)).toBeVisible()
  expect(await ids()).toEqual(second)
  await page.reload()
  await expect(page.getByText(/^21–40 of/)).toBeVisible()
  expect(await ids()).toEqual(second)
  await page.getByLabel('Rows per page').selectOption('50')
  await expect(page.locator(rows)).toHaveCount(50)
})

test('a column sorts both ways, and the address keeps it', async ({ page }) => {
  const totals = async () =>
    (await page.locator(`${rows} td[data-column=total]`).allInnerTexts()).map((text) => Number(text.replace(/\D/g, '')))
  await page
    .getByRole('columnheader', { name: /^Total/ })
    .getByRole('link')
    .click()
  await expect(page).toHaveURL(/sort=-totalPrice/)
  await expect(page.getByRole('columnheader', { name: /^Total/ })).toHaveAttribute('aria-sort', 'descending')
  await expect(async () => {
    const descending = await totals()
    expect(descending).toEqual(descending.toSorted((a, b) => b - a))
  }).toPass()
  await page
    .getByRole('columnheader', { name: /^Total/ })
    .getByRole('link')
    .click()
  await expect(page.getByRole('columnheader', { name: /^Total/ })).toHaveAttribute('aria-sort', 'ascending')
  await expect(async () => {
    const ascending = await totals()
    expect(ascending).toEqual(ascending.toSorted((a, b) => a - b))
  }).toPass()
})

test('the keyboard walks the rows, opens one and comes back to it', async ({ page }) => {
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  const focused = page.locator(`${rows}:has(a:focus)`)
  const id = await focused.getAttribute('data-row')
  expect(await page.locator(rows).nth(1).getAttribute('data-row')).toBe(id)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/orders/${id}`))
  await page.goBack()
  await expect(focused).toHaveAttribute('data-row', id!)
})

test('keys are only text while somebody types', async ({ page }) => {
  await page.getByRole('searchbox').focus()
  await page.keyboard.type('j?k')
  await expect(page.getByRole('searchbox')).toHaveValue('j?k')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a list that cannot be had says why, with the number to quote, and tries again', async ({ page }) => {
  const body = { code: 'UnexpectedError', message: 'The store did not answer.' }
  await page.route(/\/api\/orgs\/\w+\/orders\?/, (route) =>
    route.fulfill({ status: 400, json: body, headers: { 'x-request-id': 'request-4711' } }),
  )
  await page.getByRole('link', { name: /^Accepted/ }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'could not be loaded' })).toContainText(
    'The store did not answer.',
  )
  await expect(page.getByText('request-4711')).toBeVisible()
  await page.unroute(/\/api\/orgs\/\w+\/orders\?/)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.locator(rows).first()).toBeVisible()
})

test('a filter in the address is a chip, and a wrong one is explained', async ({ page }) => {
  const path = new URL(page.url()).pathname
  await open(page, `${path}?filter=${encodeURIComponent("status eq 'CLOSED' and totalPrice gt 20000")}`)
  await expect(page.locator(rows).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Change the filter: Total > 20,000' })).toBeVisible()
  await page.getByRole('button', { name: 'Remove the filter: Status is Closed' }).click()
  await expect(page).toHaveURL((url) => url.searchParams.get('filter') === 'totalPrice gt 20000')
  await page.getByRole('button', { name: 'Remove the filter: Total > 20,000' }).click()
  await expect(page).toHaveURL(new RegExp(`${path}$`))

  await open(page, `${path}?filter=${encodeURIComponent("statuss eq 'CLOSED'")}`)
  await expect(page.getByText('The filter in the address is not valid.')).toBeVisible()
  await expect(page.getByText(/statuss/).last()).toBeVisible()
})

test('its first load takes at most 260 kB of script', async ({ browser }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await enter(page, 'manager@acme.example')
  const orgId = await organizationId(page.request, 'acme')
  const scripts: Request[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') scripts.push(request)
  })
  await open(page, `/orgs/${orgId}/orders`)
  await expect(page.locator(rows).first()).toBeVisible()
  await page.waitForLoadState('networkidle')
  // As they came over the line: compressed.
  const sizes = await Promise.all(scripts.map(async (script) => (await script.sizes()).responseBodySize))
  expect(sizes.length).toBeGreaterThan(5)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(260_000)
  await context.close()
})

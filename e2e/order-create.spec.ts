import { expect, type Page, test } from '@playwright/test'
import { enter, open, organizationId } from './desk'

const pill = (page: Page) => page.locator('header [data-status]')
const find = (page: Page) => page.getByRole('combobox', { name: 'Find a product or variant' })
const recall = (page: Page) => page.getByRole('combobox', { name: 'Find an earlier customer' })

async function openForm(page: Page) {
  await enter(page, 'owner@acme.example')
  const orgId = await organizationId(page.request, 'acme')
  await open(page, `/orgs/${orgId}/orders`)
  await page.keyboard.press('n')
  await page.waitForURL(/\/orders\/new$/)
  return orgId
}

/** The SKU of something that was ordered lately. */
async function someSku(page: Page, orgId: string): Promise<{ sku: string; productName: string }> {
  type Answer = { value: { lineItems: { sku: string; productName: string }[] }[] }
  const answer = await page.request.get(`/api/orgs/${orgId}/orders?$top=20&$orderBy=createdAt desc`)
  const { value } = (await answer.json()) as Answer
  return value.flatMap(({ lineItems }) => lineItems).find(({ sku }) => sku !== '')!
}

test('an order is put together by keyboard alone, priced by the server and placed', async ({ page }) => {
  const orgId = await openForm(page)
  const { sku, productName } = await someSku(page, orgId)
  await find(page).fill(sku)
  await expect(page.getByRole('option').first()).toContainText(sku)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listitem').filter({ hasText: sku })).toContainText(productName)
  await page.getByLabel(/^Quantity of/).fill('3')
  const total = page.getByRole('complementary').locator('dd').last()

  await recall(page).fill('山田')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).not.toHaveValue('')
  const name = await page.getByRole('textbox', { name: 'Name', exact: true }).inputValue()
  await expect(page.locator('dl[aria-busy="false"]')).toBeVisible()
  const shown = await total.innerText()

  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^Order #\d+ placed$/)).toBeVisible()
  await expect(page).toHaveURL(/\/orders\/[0-9a-f]{24}$/)
  await expect(pill(page)).toHaveText('Pending')
  await expect(page.getByText(name, { exact: true }).first()).toBeVisible()
  const order = await (await page.request.get(`/api${new URL(page.url()).pathname}`)).json()
  expect(order.lineItems).toMatchObject([{ sku, quantity: 3 }])
  expect(shown.replace(/\D/g, '')).toBe(String(order.totalPrice))
})

test('what the server refuses stands at its field, and nothing typed is lost', async ({ page }) => {
  const orgId = await openForm(page)
  await page.getByRole('button', { name: 'Place order' }).click()
  await expect(page.getByText('An order needs at least one item.')).toBeVisible()
  await expect(find(page)).toBeFocused()
  const { sku } = await someSku(page, orgId)
  await page.keyboard.type(sku)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel(/^Quantity of/)).toHaveValue('1')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('電話 花子')
  await page.getByLabel('Phone').fill('12')
  await page.getByRole('button', { name: 'Place order' }).click()
  await expect(page.getByLabel('Phone')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('E-mail')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('電話 花子')
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).not.toHaveAttribute('aria-invalid', 'true')
})

test('leaving asks first, and what was begun is offered again', async ({ page }) => {
  const orgId = await openForm(page)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('下書き 太郎')
  await page.getByRole('link', { name: 'Overview' }).click()
  await expect(page.getByRole('dialog', { name: 'Leave without saving?' })).toBeVisible()
  await page.getByRole('button', { name: 'Stay on this page' }).click()
  // The draft is written every two seconds; a tab that crashes never says goodbye.
  await page.waitForTimeout(2_500)
  const again = await page.context().newPage()
  await open(again, `/orgs/${orgId}/orders/new`)
  await again.getByRole('button', { name: 'Restore them' }).click()
  await expect(again.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('下書き 太郎')
})

import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { enter, open, organizationId, placeOrder } from './desk'

async function openNew(page: Page) {
  await enter(page, 'owner@acme.example')
  const orgId = await organizationId(page.request, 'acme')
  const order = await placeOrder(page, orgId)
  await open(page, `/orgs/${orgId}/orders/${order.id}`)
  return { orgId, order, path: `/api/orgs/${orgId}/orders/${order.id}` }
}

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const word = (page: Page, surface: string) => page.locator(`li[data-surface="${surface}"]`)

async function act(page: Page, region: string, opener: string, confirm: string | RegExp = opener) {
  await card(page, region).getByRole('button', { name: opener, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: confirm, exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('an order is paid, shipped in two parcels and delivered, and its words elsewhere follow', async ({ page }) => {
  const { order, path } = await openNew(page)
  await expect(word(page, 'nodeblocks')).toContainText('PENDING')
  const before = await word(page, 'emporix').innerText()

  await card(page, 'Payment').getByRole('button', { name: 'Mark paid' }).click()
  await page.getByRole('dialog').getByLabel('Transaction').fill('tx-4711')
  await page.getByRole('dialog').getByRole('button', { name: 'Mark paid' }).click()
  await expect(page.getByText(`Payment of #${order.number}: paid`)).toBeVisible()
  await expect(card(page, 'Payment')).toContainText('tx-4711')

  await card(page, 'Fulfillment').getByRole('button', { name: 'Ship', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /^Quantity of/ }).fill('1')
  await dialog.getByLabel('Carrier').fill('Yamato')
  await dialog.getByLabel('Tracking number').fill('1234-5678')
  await dialog.getByRole('button', { name: 'Ship 1 item' }).click()
  await expect(card(page, 'Fulfillment')).toContainText('Partially shipped')
  await expect(card(page, 'Fulfillment')).toContainText('Still to ship: 1 ×')
  await expect(page.locator('header [data-status]')).toHaveText('Processing')
  await expect(word(page, 'nodeblocks')).toContainText('PROCESSING')

  await act(page, 'Fulfillment', 'Mark delivered')
  await expect(page.locator('header [data-status]')).toHaveText('Closed')
  await expect(card(page, 'Fulfillment').getByText(/^Shipment \d$/)).toHaveCount(2)
  await expect(word(page, 'nodeblocks')).toContainText('CLOSED')
  await expect(word(page, 'emporix')).not.toHaveText(before)
  const answer = await page.request.get(path)
  expect(await answer.json()).toMatchObject({ paymentStatus: 'PAID', fulfillmentStatus: 'DELIVERED', status: 'CLOSED' })
})

test('shipping that moved the order is taken back with Z, a refund in part is not', async ({ page }) => {
  const { path } = await openNew(page)
  await act(page, 'Fulfillment', 'Ship', 'Ship 2 items')
  await expect(card(page, 'Fulfillment')).toContainText('Shipment 1')
  await page.keyboard.press('z')
  await expect(card(page, 'Fulfillment')).toContainText('Not shipped')
  expect(await (await page.request.get(path)).json()).toMatchObject({ status: 'PENDING' })

  await act(page, 'Payment', 'Mark paid')
  await card(page, 'Payment').getByRole('button', { name: 'Refund' }).click()
  await page.getByRole('dialog').getByRole('radio', { name: 'A part' }).check()
  await page.getByRole('dialog').getByRole('button', { name: 'Refund' }).click()
  await expect(page.getByRole('dialog').getByText(/^More than nothing/)).toBeVisible()
  await page
    .getByRole('dialog')
    .getByLabel(/^Amount to give back/)
    .fill('100')
  await page.getByRole('dialog').getByRole('button', { name: 'Refund' }).click()
  await expect(card(page, 'Payment')).toContainText('Partially refunded')
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
})

test('an objection is recorded from the menu and reviewed, and two versions tell the difference', async ({ page }) => {
  await openNew(page)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Contest the order' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Objection').fill('Only one arrived.')
  await dialog.getByRole('textbox', { name: /^Quantity of/ }).fill('1')
  await dialog.getByRole('button', { name: 'Contest the order' }).click()
  await expect(card(page, 'Dispute')).toContainText('Only one arrived.')
  await act(page, 'Dispute', 'Review')
  await expect(card(page, 'Dispute').getByText('Reviewed').first()).toBeVisible()

  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Versions' }).click()
  await page.getByRole('radio', { name: 'Compare from version 1' }).check()
  const difference = page.getByRole('region', { name: 'Version 1 → version 3' })
  await expect(difference).toContainText('No dispute → Reviewed')
  await expect(difference).toContainText(/Quantity\s*2\s*→\s*1/)
})

test('payment and fulfillment filter the list through the address', async ({ page }) => {
  await enter(page, 'owner@acme.example')
  await open(page, '/')
  await page.getByRole('button', { name: 'Payment', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Payment failed' }).check()
  await expect(page).toHaveURL((url) => url.searchParams.get('filter') === "paymentStatus in ('FAILED')")
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Fulfillment', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Not shipped' }).check()
  await page.keyboard.press('Escape')
  const cells = (column: string) => page.locator(`tr[data-row] td[data-column=${column}]`).allInnerTexts()
  await expect(async () => {
    expect(new Set(await cells('payment'))).toEqual(new Set(['Payment failed']))
    expect(new Set(await cells('fulfillment'))).toEqual(new Set(['Not shipped']))
  }).toPass()
  await page.getByRole('button', { name: 'Change the filter: Payment is Payment failed' }).click()
  await page.getByRole('checkbox', { name: 'Payment failed' }).click()
  await expect(page).toHaveURL((url) => url.searchParams.get('filter') === "fulfillmentStatus in ('UNFULFILLED')")
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no serious accessibility fault on the parts of an order, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(180_000)
    const page = await (await browser.newContext({ colorScheme, reducedMotion: 'reduce' })).newPage()
    const check = async (what: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(
        serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
        what,
      ).toEqual([])
    }
    await openNew(page)
    await expect(word(page, 'aifi')).toBeVisible()
    await check('a new order')
    await card(page, 'Payment').getByRole('button', { name: 'Mark paid' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await check('payment dialog')
    await page.keyboard.press('Escape')
    await act(page, 'Payment', 'Mark paid')
    await card(page, 'Fulfillment').getByRole('button', { name: 'Ship', exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await check('ship dialog')
    await page.getByRole('dialog').getByRole('button', { name: 'Ship 2 items' }).click()
    await expect(card(page, 'Fulfillment')).toContainText('Shipment 1')
    await check('a shipped order')
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Versions' }).click()
    await expect(page.getByRole('region', { name: /^Version 2/ })).toBeVisible()
    await check('versions')
    await page.context().close()
  })
}

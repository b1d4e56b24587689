import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { enter, open, organizationId, placeOrder } from './desk'

/** No serious fault, by axe's own rules, on what is on screen now. */
async function expectNoFault(page: Page, what: string) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const told = serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  expect(told, what).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`no serious accessibility fault, ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })
    // Looking at a whole page takes seconds, and there are many.
    test.slow()

    test('signing in', async ({ page }) => {
      await page.goto('/sign-in')
      await expectNoFault(page, 'sign-in')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByText('Enter your e-mail address.')).toBeVisible()
      await expectNoFault(page, 'sign-in with errors')
    })

    test('the order list', async ({ page }) => {
      await enter(page, 'owner@acme.example')
      const orgId = await organizationId(page.request, 'acme')
      await open(page, `/orgs/${orgId}/orders?size=20`)
      await expectNoFault(page, 'order list')
      await page.keyboard.press('j')
      await expectNoFault(page, 'order list with a focused row')
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectNoFault(page, 'keyboard shortcuts')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /^Account/ }).click()
      await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
      await expectNoFault(page, 'account')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /^Switch organization/ }).click()
      await expect(page.getByRole('option', { name: /^Acme/ })).toBeVisible()
      await expectNoFault(page, 'organization switcher')
    })

    test('lists with nothing to show', async ({ page }) => {
      await enter(page, 'owner@acme.example')
      const orgId = await organizationId(page.request, 'acme')
      await open(page, `/orgs/${orgId}/orders?q=nosuchcustomer&filter=${encodeURIComponent('totalPrice gt 1')}`)
      await expect(page.getByRole('heading', { name: 'No orders match' })).toBeVisible()
      await expectNoFault(page, 'nothing found')
      await open(page, `/orgs/${orgId}/orders?filter=nonsense`)
      await expect(page.getByText('The filter in the address is not valid.')).toBeVisible()
      await expectNoFault(page, 'failed list')
      await page.goto('/nowhere')
      await expect(page.getByRole('heading', { name: 'There is nothing here' }).first()).toBeVisible()
      await expectNoFault(page, 'nothing here')
    })

    test('an order', async ({ page }) => {
      await enter(page, 'owner@acme.example')
      const orgId = await organizationId(page.request, 'acme')
      const order = await placeOrder(page, orgId)
      await open(page, `/orgs/${orgId}/orders/${order.id}?list=`)
      await expect(page.getByRole('button', { name: 'Accept' })).toBeVisible()
      await expectNoFault(page, 'order')
      await page.getByRole('button', { name: 'Edit customer' }).click()
      await page.getByRole('button', { name: 'Edit custom fields' }).click()
      await expect(page.getByLabel('Value 1')).toBeVisible()
      await expectNoFault(page, 'order in edit')
      await page.getByRole('button', { name: 'Raw JSON' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectNoFault(page, 'raw JSON')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Cancel order' }).click()
      await expect(page.getByRole('dialog', { name: /Cancel order/ })).toBeVisible()
      await expectNoFault(page, 'cancel dialog')
      await page.getByRole('dialog').getByRole('button', { name: 'Cancel order' }).click()
      await expect(page.getByText('Canceled is final.')).toBeVisible()
      await expectNoFault(page, 'canceled order with its toast')
    })

    test('what those see who run no shop', async ({ page, browser }) => {
      await enter(page, 'staff@acme.example')
      await open(page, '/')
      await expect(page.getByText('You may not read these orders')).toBeVisible()
      await expectNoFault(page, 'no permission')
      const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' })
      const customer = await context.newPage()
      await enter(customer, 'taro@customer.example')
      await open(customer, '/my/orders?size=20')
      await expect(customer.locator('tr[data-row]').first()).toBeVisible()
      await expectNoFault(customer, 'my orders')
      await customer.locator('tr[data-row] a').first().click()
      await expect(customer.getByRole('heading', { name: 'Items' })).toBeVisible()
      await expectNoFault(customer, 'my order')
      await context.close()
    })
  })
}

test('a screen of 360 pixels is enough: nothing sticks out, and an order can be accepted', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true })
  const page = await context.newPage()
  const sticksOut = () => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  await page.goto('/sign-in')
  expect(await sticksOut()).toBe(false)
  await enter(page, 'owner@acme.example')
  await open(page, '/')
  await expect(page.locator('tr[data-row]').first()).toBeVisible()
  expect(await sticksOut()).toBe(false)
  await expect(page.getByRole('link', { name: 'Next page' })).toBeInViewport()

  await page.getByRole('button', { name: 'Open navigation' }).click()
  await expect(page.getByRole('dialog').getByRole('link', { name: 'Orders' })).toBeVisible()
  await page.keyboard.press('Escape')

  const orgId = await organizationId(page.request, 'acme')
  const order = await placeOrder(page, orgId)
  await open(page, `/orgs/${orgId}/orders?view=pending`)
  await page.getByRole('link', { name: new RegExp(`^Order #${order.number},`) }).click()
  await page.getByRole('button', { name: 'Accept' }).click()
  await expect(page.locator('header [data-status]')).toHaveText('Accepted')
  expect(await sticksOut()).toBe(false)
  await context.close()
})

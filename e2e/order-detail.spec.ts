import { expect, type Page, test } from '@playwright/test'
import { enter, open, orderStatus, organizationId, placeOrder } from './desk'

test.beforeEach(({ page }) => enter(page, 'owner@acme.example'))

const pill = (page: Page) => page.locator('header [data-status]')

async function openNew(page: Page) {
  const orgId = await organizationId(page.request, 'acme')
  const order = await placeOrder(page, orgId)
  const path = `/orgs/${orgId}/orders/${order.id}`
  await open(page, path)
  await expect(pill(page)).toHaveText('Pending')
  return { orgId, order, path }
}

test('an order is opened from the filtered list, accepted, and the next one follows', async ({ page }) => {
  const orgId = await organizationId(page.request, 'acme')
  await placeOrder(page, orgId)
  const order = await placeOrder(page, orgId)
  await open(page, `/orgs/${orgId}/orders?view=pending`)
  await page.getByRole('link', { name: new RegExp(`^Order #${order.number},`) }).click()
  await expect(page.getByRole('heading', { name: `#${order.number}` })).toBeVisible()
  await page.getByRole('button', { name: 'Accept' }).click()
  await expect(pill(page)).toHaveText('Accepted')
  await expect(page.getByText(`#${order.number} is now accepted`)).toBeVisible()
  expect(await orderStatus(page.request, orgId, order.id)).toBe('ACCEPTED')
  await expect(page.getByText('accepted the order')).toBeVisible()
  // The order left the list it was opened from; the one after it there is still the next.
  await page.keyboard.press(']')
  await expect(page.getByRole('heading', { name: `#${order.number}` })).toHaveCount(0)
  await expect(pill(page)).toHaveText('Pending')
})

test('a move is taken back with Z', async ({ page }) => {
  const { orgId, order } = await openNew(page)
  await page.keyboard.press('p')
  await expect(pill(page)).toHaveText('Processing')
  await expect(page.getByText(`#${order.number} is now processing`)).toBeVisible()
  await page.keyboard.press('z')
  await expect(pill(page)).toHaveText('Pending')
  expect(await orderStatus(page.request, orgId, order.id)).toBe('PENDING')
})

test('an order is canceled with a reason; another reason needs a note', async ({ page }) => {
  const { orgId, order } = await openNew(page)
  await page.getByRole('button', { name: 'Cancel order' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('radio', { name: 'Canceled by the customer' })).toBeFocused()
  await dialog.getByRole('radio', { name: 'Another reason' }).check()
  await dialog.getByRole('button', { name: 'Cancel order' }).click()
  await expect(dialog.getByText('Say in a few words why.')).toBeVisible()
  await dialog.getByLabel('Note').fill('Sent to the wrong shop.')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(pill(page)).toHaveText('Canceled')
  await expect(page.getByText('Canceled is final.')).toBeVisible()
  const answer = await page.request.get(`/api/orgs/${orgId}/orders/${order.id}`)
  expect(await answer.json()).toMatchObject({ status: 'CANCELED', cancelReason: 'OTHER' })
})

test('of two people the second learns who was first, and nothing of theirs is kept', async ({ page, browser }) => {
  const { orgId, order, path } = await openNew(page)
  const other = await (await browser.newContext()).newPage()
  await enter(other, 'manager@acme.example')
  await open(other, path)
  await expect(pill(other)).toHaveText('Pending')

  await page.getByRole('button', { name: 'Accept' }).click()
  await expect(page.getByText(`#${order.number} is now accepted`)).toBeVisible()
  await other.keyboard.press('!')
  await other.getByRole('dialog').getByRole('button', { name: 'Cancel order' }).click()

  const notice = other.getByRole('alert').filter({ hasText: 'the order changed meanwhile' })
  await expect(notice).toContainText('accepted the order')
  await expect(notice).toContainText('Otsuka')
  await expect(pill(other)).toHaveText('Pending')
  await notice.getByRole('button', { name: 'Show the order as it is now' }).click()
  await expect(pill(other)).toHaveText('Accepted')
  await expect(notice).toHaveCount(0)
  expect(await orderStatus(page.request, orgId, order.id)).toBe('ACCEPTED')
})

test('the customer is edited in place, and a wrong value is told at its field', async ({ page }) => {
  await openNew(page)
  await page.getByRole('button', { name: 'Edit customer' }).click()
  await page.getByLabel('Phone').fill('12')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByLabel('Phone')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('Phone')).toBeFocused()
  await page.getByLabel('Phone').fill('06-1234-5678')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('link', { name: '06-1234-5678' })).toBeVisible()
  await expect(page.getByText('edited the order')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Edit customer' })).toBeFocused()
})

test('custom fields keep their types', async ({ page }) => {
  const { orgId, order } = await openNew(page)
  await page.getByRole('button', { name: 'Edit custom fields' }).click()
  await page.getByLabel('Name 1').fill('gift')
  await page.getByLabel('Value 1').fill('true')
  await page.getByRole('button', { name: 'Add a field' }).click()
  await page.keyboard.type('paper')
  await page.getByLabel('Value 2').fill('red')
  await page.getByRole('button', { name: 'Add a field' }).click()
  await page.keyboard.type('code')
  await page.getByLabel('Value 3').fill('"0012"')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Custom fields saved')).toBeVisible()
  const answer = await page.request.get(`/api/orgs/${orgId}/orders/${order.id}`)
  expect((await answer.json()).customFields).toEqual({ gift: true, paper: 'red', code: '0012' })
})

test('an order that is not there says so', async ({ page }) => {
  const orgId = await organizationId(page.request, 'acme')
  await open(page, `/orgs/${orgId}/orders/${'0'.repeat(24)}`)
  await expect(page.getByText('There is no such order')).toBeVisible()
})

import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { enter, open, orderStatus, organizationId, origin, placeOrder } from './desk'

// A browser that lets one choose a file asks in a window of the system's own, which no test can answer.
test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => Object.assign(window, { showSaveFilePicker: undefined }))
  await enter(page, 'owner@acme.example')
})

const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline' })

test('a note is written, edited with the earlier words kept, and deleted with its place left', async ({ page }) => {
  const orgId = await organizationId(page.request, 'acme')
  const order = await placeOrder(page, orgId)
  await open(page, `/orgs/${orgId}/orders/${order.id}`)
  await timeline(page).getByRole('textbox', { name: 'Write a note' }).fill('Ring twice.')
  await page.keyboard.press('Control+Enter')
  await expect(timeline(page).getByText('Ring twice.')).toBeVisible()

  await timeline(page).getByRole('button', { name: 'Edit the note' }).click()
  await timeline(page).getByRole('textbox', { name: 'Edit the note' }).fill('Ring once.')
  await page.keyboard.press('Control+Enter')
  await expect(timeline(page).getByText('Ring once.')).toBeVisible()
  await expect(timeline(page).getByText('Ring twice.')).toBeHidden()
  await timeline(page).getByText('1 earlier version').click()
  await expect(timeline(page).getByText('Ring twice.')).toBeVisible()

  await timeline(page).getByText('Status 1').click()
  await expect(timeline(page).getByText('Ring once.')).toHaveCount(0)
  await timeline(page).getByText('Notes 1').click()
  await timeline(page).getByRole('button', { name: 'Delete the note' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete note' }).click()
  await expect(timeline(page).getByText('This note was deleted.')).toBeVisible()
  await timeline(page).getByText('2 earlier versions').click()
  await expect(timeline(page).getByText('Ring once.')).toBeVisible()
})

test('a batch is found in the history and taken back; what changed since stays and is named', async ({ page }) => {
  const orgId = await organizationId(page.request, 'acme')
  const orders = [await placeOrder(page, orgId), await placeOrder(page, orgId), await placeOrder(page, orgId)]
  const headers = { origin: origin() }
  const moved = await page.request.post(`/api/orgs/${orgId}/orders:bulkTransition`, {
    headers,
    data: { status: 'ACCEPTED', ids: orders.map(({ id }) => id) },
  })
  const { batchId } = await moved.json()
  await page.request.patch(`/api/orgs/${orgId}/orders/${orders[2]!.id}`, { headers, data: { status: 'PROCESSING' } })

  await open(page, `/orgs/${orgId}/history?view=orders`)
  await page
    .getByRole('link', { name: `Batch ${String(batchId).slice(-6)}` })
    .first()
    .click()
  await expect(page.getByText('1–3 of 3')).toBeVisible()
  await page.getByRole('button', { name: 'Take back this batch' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take back', exact: true }).click()
  await expect(page.getByText('2 taken back, 1 not')).toBeVisible()
  await expect(page.getByRole('dialog')).toContainText(`#${orders[2]!.number}`)
  expect(await orderStatus(page.request, orgId, orders[0]!.id)).toBe('PENDING')
  expect(await orderStatus(page.request, orgId, orders[1]!.id)).toBe('PENDING')
  expect(await orderStatus(page.request, orgId, orders[2]!.id)).toBe('PROCESSING')
})

test('the file of a filtered history has the entries that the list shows', async ({ page }) => {
  const orgId = await organizationId(page.request, 'acme')
  const order = await placeOrder(page, orgId)
  const headers = { origin: origin() }
  const path = `/api/orgs/${orgId}/orders/${order.id}`
  await page.request.patch(path, { headers, data: { status: 'ACCEPTED' } })
  await page.request.patch(path, { headers, data: { customer: { phone: '06-1111-2222' } } })

  const filter = `entity eq 'order' and entityId eq '${order.id}'`
  await open(page, `/orgs/${orgId}/history?filter=${encodeURIComponent(filter)}`)
  await expect(page.getByText('1–3 of 3')).toBeVisible()
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click(),
  ])
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n')
  expect(file.suggestedFilename()).toMatch(/^acme-history-\d{4}-\d\d-\d\d\.csv$/)
  expect(lines.filter((line) => line.includes(order.id)).length).toBe(lines.length - 1)
  expect(lines.some((line) => line.includes('06-1111-2222'))).toBe(true)
  expect(lines.some((line) => line.includes('PENDING') && line.includes('ACCEPTED'))).toBe(true)
})

test('members do not see the history; nobody finds an axe fault in it', async ({ page, browser }) => {
  const orgId = await organizationId(page.request, 'acme')
  await open(page, `/orgs/${orgId}/history`)
  await expect(page.getByRole('table', { name: 'History' })).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])

  const staff = await (await browser.newContext()).newPage()
  await enter(staff, 'staff@acme.example')
  await open(staff, `/orgs/${orgId}/history`)
  await expect(staff.getByText('You may not read this history')).toBeVisible()
})

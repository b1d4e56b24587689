import { expect, type Page, test } from '@playwright/test'
import { enter, open, orderStatus, organizationId, origin, placeOrder } from './desk'

const rows = 'tr[data-row]'
const bar = (page: Page) => page.getByRole('group', { name: 'Selection' })

/** A name nobody else has, so that a search finds this test's orders alone. */
const ownName = () => `工房${Math.random().toString(36).slice(2, 10)}`

/** Orders of one customer, a few at a time: SQLite has one writer. */
async function placeOrders(page: Page, orgId: string, name: string, count: number) {
  const placed: Awaited<ReturnType<typeof placeOrder>>[] = []
  while (placed.length < count) {
    const size = Math.min(4, count - placed.length)
    placed.push(...(await Promise.all(Array.from({ length: size }, () => placeOrder(page, orgId, name)))))
  }
  return placed
}

async function cancel(page: Page, orgId: string, orderId: string) {
  const answer = await page.request.patch(`/api/orgs/${orgId}/orders/${orderId}`, {
    headers: { origin: origin() },
    data: { status: 'CANCELED', cancelReason: 'CUSTOMER' },
  })
  expect(answer.ok(), await answer.text()).toBe(true)
}

const statuses = async (page: Page, orgId: string, ids: readonly string[]) => {
  const filter = `id in (${ids.map((id) => `'${id}'`).join(', ')})`
  const query = new URLSearchParams({ $top: '100', $filter: filter })
  const answer = await page.request.get(`/api/orgs/${orgId}/orders?${query}`)
  const { value } = (await answer.json()) as { value: { status: string }[] }
  return Object.fromEntries(
    [...Map.groupBy(value, ({ status }) => status)].map(([status, alike]) => [status, alike.length]),
  )
}

test('a hundred orders are accepted with four keys; seven that may not stay selected with their reason; Z takes back the rest', async ({
  page,
}) => {
  test.slow()
  await enter(page, 'owner@acme.example')
  const orgId = await organizationId(page.request, 'acme')
  const name = ownName()
  const orders = await placeOrders(page, orgId, name, 100)
  await open(page, `/orgs/${orgId}/orders?view=pending&size=100&q=${encodeURIComponent(name)}`)
  await expect(page.locator(rows)).toHaveCount(100)
  // A colleague is quicker with seven of them.
  const gone = orders.slice(20, 27)
  for (const { id } of gone) await cancel(page, orgId, id)

  await page.keyboard.press('X')
  await expect(bar(page)).toContainText('100 selected')
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog', { name: 'Accept 100 orders' })
  await expect(dialog).toContainText('93 will move')
  await expect(dialog).toContainText('7 changed since you saw them')
  await page.keyboard.press('Enter')

  await expect(page.getByText('93 accepted').first()).toBeVisible()
  await expect(bar(page)).toContainText('7 selected')
  const result = page.getByRole('region', { name: 'Result' })
  await expect(result).toContainText('7 not')
  await expect(result.getByRole('listitem')).toHaveCount(7)
  await expect(result.getByRole('listitem').first()).toContainText('It is canceled now')
  const ids = orders.map(({ id }) => id)
  expect(await statuses(page, orgId, ids)).toEqual({ ACCEPTED: 93, CANCELED: 7 })

  await page.keyboard.press('Z')
  await expect(page.getByText('93 taken back')).toBeVisible()
  expect(await statuses(page, orgId, ids)).toEqual({ PENDING: 93, CANCELED: 7 })
})

test('rows are selected by mouse and keys, over pages, and everything that matches but what is taken out', async ({
  page,
}) => {
  await enter(page, 'owner@acme.example')
  const orgId = await organizationId(page.request, 'acme')
  const name = ownName()
  await placeOrders(page, orgId, name, 23)
  await open(page, `/orgs/${orgId}/orders?size=20&q=${encodeURIComponent(name)}`)
  await expect(page.locator(rows)).toHaveCount(20)
  const boxes = page.locator(`${rows} input[type=checkbox]`)
  await boxes.nth(1).click()
  await boxes.nth(4).click({ modifiers: ['Shift'] })
  await expect(bar(page)).toContainText('4 selected')
  await page.keyboard.press('Escape')
  await expect(bar(page)).toBeHidden()

  await page.keyboard.press('Home')
  await page.keyboard.press('x')
  await page.keyboard.press('J')
  await page.keyboard.press('J')
  await expect(bar(page)).toContainText('3 selected')
  await page.getByRole('link', { name: 'Next page' }).click()
  await expect(page.locator(rows)).toHaveCount(3)
  await expect(bar(page)).toContainText('3 selected')
  await page.getByRole('link', { name: 'First page' }).click()
  await expect(page.locator(rows)).toHaveCount(20)

  await page.getByRole('checkbox', { name: 'Select this page' }).check()
  await expect(bar(page)).toContainText('20 selected')
  await page.getByRole('button', { name: 'Select all 23 matching' }).click()
  await expect(bar(page)).toContainText('All 23 selected')
  await boxes.nth(0).click()
  await expect(bar(page)).toContainText('22 selected')

  // What was selected over pages is not silently lost with the list it was made from.
  await page.getByRole('link', { name: /^Pending/ }).click()
  await expect(page.getByRole('dialog', { name: 'Keep the selection?' })).toBeVisible()
  await page.getByRole('button', { name: 'Back to the earlier list' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(bar(page)).toContainText('22 selected')

  await page.keyboard.press('p')
  await page.getByRole('dialog').getByRole('button', { name: 'Start processing 22 orders' }).click()
  await expect(page.getByText('22 in processing').first()).toBeVisible()
  await expect(page.locator(`${rows} td[data-column=status]`).filter({ hasText: 'Pending' })).toHaveCount(1)
})

test('canceling many asks why, and a note where nothing else says it', async ({ page }) => {
  await enter(page, 'owner@acme.example')
  const orgId = await organizationId(page.request, 'acme')
  const name = ownName()
  const orders = await placeOrders(page, orgId, name, 2)
  await open(page, `/orgs/${orgId}/orders?q=${encodeURIComponent(name)}`)
  await expect(page.locator(rows)).toHaveCount(2)
  await page.keyboard.press('X')
  await page.keyboard.press('!')
  const dialog = page.getByRole('dialog', { name: 'Cancel 2 orders' })
  await dialog.getByRole('radio', { name: 'Another reason' }).check()
  await dialog.getByRole('button', { name: 'Cancel 2 orders' }).click()
  await expect(dialog.getByText('Say in a few words why.')).toBeVisible()
  await dialog.getByLabel('Note').fill('The kiln broke.')
  await dialog.getByRole('button', { name: 'Cancel 2 orders' }).click()
  await expect(page.getByText('2 canceled').first()).toBeVisible()
  expect(
    await statuses(
      page,
      orgId,
      orders.map(({ id }) => id),
    ),
  ).toEqual({ CANCELED: 2 })
})

test('one order under the focus moves at once, and comes back', async ({ page }) => {
  await enter(page, 'owner@acme.example')
  const orgId = await organizationId(page.request, 'acme')
  const name = ownName()
  const order = await placeOrder(page, orgId, name)
  await open(page, `/orgs/${orgId}/orders?q=${encodeURIComponent(name)}`)
  await expect(page.locator(rows)).toHaveCount(1)
  await page.keyboard.press('j')
  await page.keyboard.press('a')
  await expect(page.getByText('1 accepted')).toBeVisible()
  expect(await orderStatus(page.request, orgId, order.id)).toBe('ACCEPTED')
  await page.keyboard.press('Z')
  await expect(page.getByText('1 taken back')).toBeVisible()
  expect(await orderStatus(page.request, orgId, order.id)).toBe('PENDING')
})

test('a filter is made with the keyboard, changed where it stands, and written as text', async ({ page }) => {
  await enter(page, 'owner@acme.example')
  await open(page, '/')
  const filter = (url: URL) => url.searchParams.get('filter')
  await page.keyboard.press('f')
  await page.getByRole('textbox', { name: 'Find a field' }).fill('cancel reason')
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: 'Out of stock' }).check()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL((url) => filter(url) === "cancelReason in ('INVENTORY')")

  await page.getByRole('button', { name: 'Change the filter: Cancel reason is Out of stock' }).click()
  await page.getByRole('checkbox', { name: 'Payment declined' }).check()
  await page.getByRole('combobox', { name: 'Condition' }).selectOption('is none of')
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL((url) => filter(url) === "not (cancelReason in ('INVENTORY', 'DECLINED'))")

  await page.keyboard.press('f')
  await page.getByRole('textbox', { name: 'Find a field' }).fill('placed')
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Condition' }).selectOption('in the last 30 days')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page).toHaveURL((url) => filter(url)?.endsWith(' and createdAt ge @today-29d') ?? false)
  await expect(page.getByRole('button', { name: 'Change the filter: Placed in the last 30 days' })).toBeVisible()
  await open(page, page.url())
  await expect(page.getByRole('button', { name: 'Change the filter: Placed in the last 30 days' })).toBeVisible()

  // Backspace where nothing is searched takes the last one away.
  await page.getByRole('searchbox').focus()
  await page.keyboard.press('Backspace')
  await expect(page).toHaveURL((url) => filter(url) === "not (cancelReason in ('INVENTORY', 'DECLINED'))")
})

test('the advanced filter underlines what is wrong where it is, and becomes chips where chips can say it', async ({
  page,
}) => {
  await enter(page, 'owner@acme.example')
  await open(page, '/')
  await page.getByRole('button', { name: 'Add a filter' }).click()
  await page.getByRole('button', { name: /^Advanced/ }).click()
  const box = page.getByRole('textbox', { name: 'Filter as text' })
  await box.fill("status eq 'PENDING' and colour eq 'red'")
  await expect(page.getByRole('status').filter({ hasText: 'colour' })).toBeVisible()
  await expect(page.locator('[data-wrong]')).toHaveText('colour')
  await box.press('Enter')
  await expect(page).toHaveURL((url) => !url.searchParams.has('filter'))

  await box.fill("status eq 'PENDING' and totalP")
  await box.press('Tab')
  await expect(box).toHaveValue("status eq 'PENDING' and totalPrice")
  await box.pressSequentially(' gt 100')
  await box.press('Enter')
  await expect(page.getByRole('button', { name: 'Change the filter: Status is Pending' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Change the filter: Total > 100' })).toBeVisible()

  await open(
    page,
    `${new URL(page.url()).pathname}?filter=${encodeURIComponent("status eq 'CLOSED' or totalTax eq 0")}`,
  )
  await page.getByRole('button', { name: /^Change the filter: status eq/ }).click()
  await expect(box).toHaveValue("status eq 'CLOSED' or totalTax eq 0")
})

test('a view is kept, shared and opened by a colleague; what they change in it is theirs until it is saved', async ({
  page,
  browser,
}) => {
  await enter(page, 'owner@acme.example')
  const orgId = await organizationId(page.request, 'acme')
  const name = `Dear ones ${ownName()}`
  await open(page, `/orgs/${orgId}/orders?filter=${encodeURIComponent('totalPrice gt 20000')}&sort=-totalPrice`)
  await page.getByRole('button', { name: 'Save as view…' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('checkbox', { name: 'Everybody in the organization sees it' }).check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page).toHaveURL(/\?view=[0-9a-f]{24}$/)
  const address = page.url()

  const other = await browser.newContext()
  try {
    const colleague = await other.newPage()
    await enter(colleague, 'both@orderdesk.example')
    await open(colleague, `/orgs/${orgId}/orders`)
    await colleague.keyboard.press('v')
    await colleague.getByRole('dialog', { name: 'All views' }).getByRole('button', { name }).click()
    await expect(colleague).toHaveURL(address)
    await expect(colleague.getByRole('button', { name: 'Change the filter: Total > 20,000' })).toBeVisible()
    await expect(colleague.getByRole('columnheader', { name: /^Total/ })).toHaveAttribute('aria-sort', 'descending')
    await colleague.getByRole('searchbox').fill('a')
    await expect(colleague.getByRole('link', { name: new RegExp(`${name}.*modified`) })).toBeVisible()
    await colleague.getByRole('link', { name: 'Reset' }).click()
    await expect(colleague).toHaveURL(address)
  } finally {
    await other.close()
  }
  await page.keyboard.press('v')
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByText(`View “${name}” deleted`)).toBeVisible()
})

test('columns are chosen, resized by keyboard and remembered; a view keeps its own', async ({ page }) => {
  await enter(page, 'both@orderdesk.example')
  const orgId = await organizationId(page.request, 'acme')
  await open(page, `/orgs/${orgId}/orders`)
  await page.getByRole('button', { name: 'Columns' }).click()
  const chooser = page.getByRole('dialog', { name: 'Columns' })
  await chooser.getByRole('checkbox', { name: 'E-mail' }).check()
  await chooser.getByRole('checkbox', { name: 'Fulfillment' }).click()
  await page.keyboard.press('Escape')
  const heads = () => page.getByRole('columnheader').allInnerTexts()
  expect(await heads()).toContain('E-mail')
  expect(await heads()).not.toContain('Fulfillment')
  const edge = page.getByRole('separator', { name: 'Width of Customer' })
  const before = Number(await edge.getAttribute('aria-valuenow'))
  await edge.focus()
  await page.keyboard.press('ArrowRight')
  await expect(edge).not.toHaveAttribute('aria-valuenow', String(before))
  const wide = await edge.getAttribute('aria-valuenow')
  await expect(async () => {
    const kept = await (await page.request.get('/api/me/lists/orders')).json()
    expect(String(kept.widths?.customer)).toBe(wide)
  }).toPass()
  await page.reload()
  await expect(page.getByRole('columnheader', { name: 'E-mail' })).toBeVisible()
  await page.getByRole('button', { name: 'Columns' }).click()
  await chooser.getByRole('button', { name: 'Reset' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('columnheader', { name: 'E-mail' })).toBeHidden()
})

test('orders that come meanwhile are offered, and move nothing', async ({ page }) => {
  await page.clock.install()
  await enter(page, 'owner@acme.example')
  const orgId = await organizationId(page.request, 'acme')
  await open(page, `/orgs/${orgId}/orders`)
  await expect(page.locator(rows).first()).toBeVisible()
  const first = await page.locator(rows).first().getAttribute('data-row')
  const order = await placeOrder(page, orgId)
  await page.clock.fastForward('01:10')
  const pill = page.getByRole('button', { name: /new orders? · Show/ })
  await expect(pill).toBeVisible()
  expect(await page.locator(rows).first().getAttribute('data-row')).toBe(first)
  await pill.click()
  await expect(page.locator(`${rows}[data-row="${order.id}"]`)).toBeVisible()
  await expect(pill).toBeHidden()
})

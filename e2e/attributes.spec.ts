import { expect, test } from '@playwright/test'
import { enter, open, origin } from './desk'

test.beforeEach(({ page }) => enter(page, 'admin@orderdesk.example'))

test('an attribute is created with its options, edited and deleted', async ({ page }) => {
  const name = `Colour ${Date.now()}`
  await open(page, '/admin/attributes')
  await page.getByRole('button', { name: 'New attribute' }).click()
  await expect(page).toHaveURL(/\/attributes\/new$/)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await page.getByRole('button', { name: 'Add an option' }).click()
  await page.keyboard.type('Navy blue')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Name 2' })).toBeFocused()
  await page.keyboard.type('白')
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Control+s')
  await expect(page.getByText(`${name} created`)).toBeVisible()
  await expect(page).toHaveURL(/\/attributes\/[0-9a-f]{24}$/)
  const id = new URL(page.url()).pathname.split('/').at(-1)
  const read = async () => (await page.request.get(`/api/attributes/${id}`)).json()
  expect(await read()).toMatchObject({
    name,
    type: 'Select',
    items: [
      { key: '白', value: '白' },
      { key: 'navy-blue', value: 'Navy blue' },
    ],
  })

  await page.getByRole('textbox', { name: 'Key 2' }).fill('白')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Used twice.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Key 2' }).fill('navy')
  await page.getByRole('textbox', { name: 'Group', exact: true }).fill('Looks')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(`${name} saved`)).toBeVisible()
  expect(await read()).toMatchObject({ groupName: 'Looks', items: [{ key: '白' }, { key: 'navy' }] })

  await page.getByRole('tab', { name: 'History' }).click()
  await expect(page.getByText('Looks').first()).toBeVisible()
  await page.getByRole('button', { name: 'Delete…' }).click()
  const dialog = page.getByRole('dialog', { name: `Delete ${name}?` })
  await expect(dialog.getByText('No product carries a value of it.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(page).toHaveURL(/\/attributes$/)
  expect((await page.request.get(`/api/attributes/${id}`)).status()).toBe(404)
})

test('an edit against an older version is not lost and not forced', async ({ page }) => {
  const headers = { origin: origin() }
  const name = `Width ${Date.now()}`
  const made = await page.request.post('/api/attributes', { headers, data: { name, type: 'Number' } })
  const { id } = await made.json()
  await open(page, `/admin/attributes/${id}`)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(`${name} mine`)
  await page.request.patch(`/api/attributes/${id}`, { headers, data: { order: 7 } })
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Changed by somebody else')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(`${name} mine`)
  await page.getByRole('button', { name: 'Show what is stored now' }).click()
  await expect(page.getByRole('textbox', { name: 'Order' })).toHaveValue('7')
  await page.request.delete(`/api/attributes/${id}`, { headers })
})

test('railways lead from companies over lines to stations, and are searched', async ({ page }) => {
  await open(page, '/admin/rail')
  await page
    .getByRole('navigation', { name: 'Lines' })
    .getByRole('link', { name: /山手線/ })
    .click()
  await expect(page).toHaveURL(/line=/)
  await expect(page.getByRole('table', { name: '山手線' }).getByRole('row')).not.toHaveCount(1)
  await page.keyboard.press('/')
  await page.keyboard.type('東京')
  await expect(page.getByRole('status').filter({ hasText: 'stations' })).toBeVisible()
  await expect(page.getByRole('cell', { name: '東京', exact: true }).first()).toBeVisible()
})
